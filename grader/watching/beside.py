"""The reference beside the student's own code, aligned by what both have in common."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from rich.text import Text

from grader.language import _
from grader.report.layout import INDENT, Page

_ABREAST = 100
"""Columns from which on two columns of code are readable; below, one stands under the other."""
_MARK = "# solution: "
"""Begins the comments by which a reference says what is left to students (grader/course/stubs.py);
they need not see them."""
_COMMON = 2
"""Lines in common that are shown around a difference; the statement above it is the same."""
_GAP = 3

_Pair = tuple[str, str, str]
"""A line of each, and the style of both."""


def beside(page: Page, own: str, reference: str) -> list[Text]:
    """Return both texts as lines of the page; of what they have in common a few lines."""
    right = [line for line in reference.splitlines() if not line.strip().startswith(_MARK)]
    pairs = list(_pairs(own.splitlines(), right))
    if page.width < _ABREAST:
        mine = [page.line(one, style) for one, other, style in pairs if one or style]
        theirs = [page.line(other, style) for one, other, style in pairs if other or style]
        return [
            *page.heading(Text(_("your code"))),
            *(line for text in mine for line in page.indented(text)),
            *[Text(), *page.heading(Text(_("the reference")))],
            *(line for text in theirs for line in page.indented(text)),
        ]
    width = (page.width - INDENT - _GAP) // 2
    lines = page.heading(Text(_("your code, and the reference beside it")))
    for one, other, style in pairs:
        columns = [page.wrap(page.line(text, style), width) for text in (one, other)]
        for left, beside_it in zip_longest(*columns, fillvalue=Text()):
            line = Text(" " * INDENT).append_text(left)
            line.append(" " * (INDENT + width + _GAP - line.cell_len))
            lines.append(line.append_text(beside_it))
    return lines


def _pairs(left: list[str], right: list[str]) -> Iterator[_Pair]:
    """Lines that stand beside each other; an empty one where there is none."""
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for number, (tag, a, b, c, d) in enumerate(steps):
        if tag != "equal":
            for one, other in zip_longest(left[a:b], right[c:d], fillvalue=""):
                yield one, other, ""
            continue
        before = _COMMON if number else 0
        after = _COMMON if number < len(steps) - 1 else 0
        left_out = b - a - before - after
        for place, text in enumerate(left[a:b]):
            if left_out < 2 or not before <= place < before + left_out:
                yield text, text, "dim"
            elif place == before:
                dots = _("({number} lines in common)").format(number=left_out)
                yield dots, dots, "dim"
