"""The reference beside the student's own code, aligned by what both have in common."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from rich.syntax import Syntax
from rich.text import Text

from grader.course.stubs import MARKS
from grader.report.layout import INDENT, Page
from grader.report.safe import clean

_ABREAST = 100
"""Columns from which on two columns of code are readable; below, one stands under the other."""
_COMMON = 2
"""Lines in common that are shown around a difference; the statement above it is the same."""
_GAP = 3


def beside(page: Page, own: str, reference: str) -> list[Text]:
    """Return both texts as lines of the page, what they share shortened."""
    left = clean(own, encoding=page.encoding).splitlines()
    right = [line for line in reference.splitlines() if line.strip() not in MARKS]
    pairs = list(_pairs(left, right))
    if page.width < _ABREAST:
        made = []
        for head, side in (("your code", 0), ("the reference", 1)):
            made += [*page.heading(Text(head)), *_column(page, pairs, side, page.width - INDENT)]
        return [line if line.style else _moved(line) for line in made]
    width = (page.width - 2 * INDENT - _GAP) // 2
    rows = [*page.heading(Text("your code, and the reference"))]
    for pair in pairs:
        columns = [_wrapped(page, text, width) for text in pair]
        for mine, theirs in zip_longest(*columns, fillvalue=Text()):
            blank = " " * (width - mine.cell_len + _GAP)
            rows.append(_moved(Text().append_text(mine).append(blank).append_text(theirs)))
    return rows


def _pairs(left: list[str], right: list[str]) -> Iterator[tuple[str, str]]:
    """Lines that stand beside each other; an empty one where there is none."""
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for step, (tag, a, b, c, d) in enumerate(steps):
        if tag != "equal":
            yield from zip_longest(left[a:b], right[c:d], fillvalue="")
            continue
        before = _COMMON if step else 0
        after = _COMMON if step < len(steps) - 1 else 0
        if b - a <= before + after + 1:
            yield from zip(left[a:b], right[c:d], strict=True)
            continue
        yield from zip(left[a : a + before], right[c : c + before], strict=True)
        dots = f"... ({b - a - before - after} lines in common)"
        yield dots, dots
        yield from zip(left[b - after : b], right[d - after : d], strict=True)
