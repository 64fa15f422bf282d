"""Suspicious pairs for a terminal: who, how alike, and the shared lines side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from grader.classroom.similarity import phrases
from grader.classroom.similarity.pairs import Excerpt, Match, Pair
from grader.language import _, listed
from grader.report import words
from grader.report.layout import INDENT, Page

_MATCHES, _EXCERPTS, _LINES = 3, 2, 16
"""How much of a pair is drawn; the page has all of it."""

_BETWEEN = "   "
_NUMBER = 5
"""Columns of a line's number and the gap behind it."""


def render(pairs: Sequence[Pair], students: int, console: Console) -> None:
    """Print the suspicious `pairs` of a class of so many `students`, the worst first."""
    page = Page.of(console)
    page.show(page.wrap(page.line(phrases.summary(len(pairs), students)), page.measure))
    for pair in pairs:
        page.show([Text(), *page.heading(page.line(phrases.title(pair)))])
        for match in pair.matches[:_MATCHES]:
            page.show([*page.indented(page.line(phrases.share(pair, match))), *_drawn(page, match)])
        more = pair.matches[_MATCHES:]
        if more:
            names = listed(match.exercise for match in more)
            page.show(
                page.indented(page.line(_("Alike too: {exercises}.").format(exercises=names)))
            )
    if pairs:
        page.show([Text(), *page.wrap(Text(phrases.caution()), page.measure)])


def _drawn(page: Page, match: Match) -> list[Text]:
    lines: list[Text] = []
    for left, right in match.excerpts[:_EXCERPTS]:
        lines += [*_beside(page, left, right), Text()]
    hidden = len(match.excerpts) - _EXCERPTS
    if hidden > 0:
        more = words.counted("and {number} passage more", "and {number} passages more", hidden)
        lines += [*page.indented(Text(more)), Text()]
    return lines


def _beside(page: Page, left: Excerpt, right: Excerpt) -> list[Text]:
    """Two excerpts, each in half of the page; a long line goes on below itself."""
    room = (page.width - 2 * INDENT - len(_BETWEEN)) // 2
    columns = _column(page, left, room), _column(page, right, room)
    made = []
    for mine, other in zip_longest(*columns):
        line = Text(" " * 2 * INDENT).append_text(mine or Text())
        line.append(" " * (2 * INDENT + room - line.cell_len) + _BETWEEN)
        made.append(line.append_text(other or Text()))
    return made


def _column(page: Page, excerpt: Excerpt, room: int) -> list[Text]:
    made = []
    width = max(room - _NUMBER, 1)
    for number, source in list(excerpt.lines.items())[:_LINES]:
        parts = page.wrap(page.line(source), width) or [Text()]
        for place, part in enumerate(parts):
            label = str(number) if place == 0 else ""
            shown = page.shortened(part, width)  # blanks at the beginning do not wrap
            made.append(Text(label.rjust(_NUMBER - 1) + " ", "dim").append_text(shown))
    left_out = len(excerpt.lines) - _LINES
    if left_out > 0:
        more = words.counted("({number} line more)", "({number} lines more)", left_out)
        made.append(page.shortened(Text(" " * _NUMBER + more, "dim"), room))
    return made
