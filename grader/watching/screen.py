"""What a student sees while watching: the course's progress, the current exercise, the keys.

It fits any terminal: what does not fit below can be scrolled to, and of a very small terminal the
first lines are the most needed ones.
"""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console
from rich.live import Live
from rich.text import Text
from typing_extensions import Self

from grader.course.stubs import solution
from grader.language import _, joined
from grader.report import detail, words
from grader.report.again import Again
from grader.report.layout import INDENT, Page
from grader.watching.beside import beside
from grader.watching.board import Board, Verdict

_BAR = 20
_SHORT = 10
"""Rows below which no row is left empty."""
_LONG_GRADING = 1.0
"""Seconds from which on it is said how long grading has been going on."""


class Screen:
    """The terminal's other screen; what stood on it before is there again afterwards."""

    def __init__(self, console: Console, again: Again) -> None:
        self._console = console
        self._again = again
        self._live: Live | None = None
        self._board: Board | None = None
        self._top = 0
        self._shown: object = None

    def __enter__(self) -> Self:
        self._live = Live(console=self._console, screen=True, auto_refresh=False)
        self._live.start()
        self._shown = None
        return self

    def __exit__(self, *_: object) -> None:
        if self._live is not None:
            self._live.stop()
        page = Page.of(self._console)
        if self._board is not None:
            page.show(page.wrap(_score(page, self._board), page.measure))

    def verdict(self, verdict: Verdict) -> None:
        """A new verdict is shown from its beginning."""
        if self._board is not None and verdict.result.id == self._board.current:
            self._top = 0

    def show(self, board: Board) -> None:
        """Draw the board, if it would look otherwise than it does."""
        if self._board is None or board.current != self._board.current:
            self._top = 0
        self._board = board
        lines = self._fitted(board)
        looks = [self._console.size, *lines]
        if looks != self._shown and self._live is not None:
            text = Text("\n", no_wrap=True, overflow="crop").join(lines)
            self._live.update(text, refresh=True)
            self._shown = looks

    def key(self, name: str) -> None:
        """Scroll; other keys are the session's."""
        rows = max(self._console.height - 6, 1)
        steps = {"up": -1, "k": -1, "down": 1, "j": 1, "page up": -rows, "page down": rows}
        steps |= {"top": -(10**6), "end": 10**6}
        self._top = max(self._top + steps.get(name, 0), 0)

    def _fitted(self, board: Board) -> list[Text]:
        """As many lines as the terminal has rows: head, a part of the body, foot."""
        page = Page.of(self._console)
        height = self._console.height
        gap = [Text()] if height >= _SHORT else []
        head = [*_head(page, board), *gap]
        body = _body(page, board, self._again)
        room = max(height - len(head) - len(gap) - 2, 1)
        self._top = min(self._top, max(len(body) - room, 0))
        shown = body[self._top : self._top + room]
        below = len(body) - self._top - len(shown)
        foot = [*gap, _state(page, board), _keys(page, board, below, scrolled=self._top > 0)]
        empty = [Text()] * (room - len(shown))
        return [page.shortened(line, page.width) for line in [*head, *shown, *empty, *foot]][
            -height if height < 4 else 0 :
        ]


def _score(page: Page, board: Board) -> Text:
    """The course's progress in words, as long as they may be."""
    results = [verdict.result for verdict in board.verdicts.values()]
    graded, every = len(results), len(board.watched)
    if graded < every:
        texts = [_("{graded} of {every} exercises graded"), _("{graded}/{every} graded")]
        return _longest(page, *(text.format(graded=graded, every=every) for text in texts))
    got, full = words.points(
        sum(result.points for result in results), sum(result.max_points for result in results)
    )
    done = sum(result.status == "done" for result in results)
    texts = [
        _("{got} of {full} points, {done} of {every} exercises done"),
        _("{got} of {full} points, {done} of {every} done"),
        _("{got}/{full}, {done}/{every} done"),
    ]
    filled = (text.format(got=got, full=full, done=done, every=every) for text in texts)
    return _longest(page, *filled)


def _longest(page: Page, *texts: str) -> Text:
    """The first that fits, or else the last."""
    return Text(next((text for text in texts if cell_len(text) <= page.width), texts[-1]), "bold")


def _head(page: Page, board: Board) -> list[Text]:
    """The course's progress, as words and where there is room as a bar."""
    line = _score(page, board)
    room = page.width - line.cell_len - 2
    if room >= _BAR and board.watched:
        done = sum(map(board.done, board.watched))
        filled = _BAR * done // len(board.watched) or int(done > 0)
        full, empty = ("#", ".") if page.plain else ("\u2501", "\u2508")
        line.append("  ")
        line.append(full * filled, "not bold green").append(empty * (_BAR - filled), "not bold dim")
    return [line]


def _body(page: Page, board: Board, again: Again) -> list[Text]:
    """What is to be said, then the current exercise's first failing check."""
    lines: list[Text] = []
    for said in filter(None, [board.said, *board.notes]):
        lines += [*page.indented(page.prose(said, "yellow")), Text()]
    verdict = board.verdict
    if verdict is None:
        said = _("{exercise} is not graded yet.").format(exercise=board.current)
        return [*lines, *page.indented(page.line(said))]
    lines += detail.block(page, verdict.result, again, every=False)
    if not board.done(board.current):
        return lines
    if board.comparing and not board.entry.released:
        own = verdict.content.source.code
        return [*lines, Text(), *beside(page, own, solution(board.entry))]
    ways = [] if board.entry.released else [_("c to see the reference beside your own code")]
    ways += [] if all(map(board.done, board.watched)) else [_("n for the next exercise")]
    press = Text(_("Press {ways}.").format(ways=joined(ways)))
    return [*lines, Text(), *page.indented(press)] if ways else lines


def _state(page: Page, board: Board) -> Text:
    """Whether what stands above is about what was saved last."""
    verdict = board.verdict
    more = len(board.grading) - (board.current in board.grading)
    style = "dim"
    if board.current in board.grading:
        age, style = board.grading[board.current], "yellow"
        said = _("Grading {exercise}")
        if age >= _LONG_GRADING:
            said = _("Grading {exercise} for {age} s")
        facts = [said.format(exercise=board.current, age=f"{age:.0f}")]
        facts += [_("above: the version before")] if verdict else []
    elif verdict is None:
        facts = [_("Waiting for {exercise}").format(exercise=board.current)]
    else:
        took = verdict.seconds
        said = _("{file}: graded at {time} in {took}").format(
            file=verdict.content.source.filename,
            time=f"{verdict.at:%H:%M:%S}",
            took=f"{took * 1000:.0f} ms" if took < 1 else f"{took:.1f} s",
        )
        facts = [said]
    if more:
        facts.append(
            words.counted(
                "{number} more exercise to grade", "{number} more exercises to grade", more
            )
        )
    return page.line(_("; ").join(facts), style)


def _keys(page: Page, board: Board, below: int, *, scrolled: bool) -> Text:
    """The keys that fit, the most needed ones first, and whether there is more to scroll to."""
    more = _("{number} more: arrows").format(number=below) if below else ""
    more = more or (_("arrows") if scrolled else "")
    comparable = board.done(board.current) and not board.entry.released
    third = _("c compare") if comparable else _("h hint")
    line = Text()
    for key in [_("q quit"), _("n next"), third, _("a all")]:
        taken = line.cell_len + cell_len(key) + cell_len(more) + 2 * INDENT
        if taken <= page.width or not line:
            line.append("  " if line else "").append(key, "reverse" if not page.plain else "bold")
    room = page.width - line.cell_len - cell_len(more)
    return line.append(" " * room).append(more, "bold") if room >= INDENT else line
