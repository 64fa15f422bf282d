"""Without a terminal: one line for each verdict, as it is given."""

from __future__ import annotations

from rich.console import Console
from typing_extensions import Self

from grader.language import _
from grader.report import words
from grader.report.detail import failing
from grader.report.layout import Page
from grader.watching.board import Board, Verdict


class Lines:
    """Prints verdicts and what is to be said, and nothing else; for pipes, logs, dumb terminals."""

    def __init__(self, console: Console) -> None:
        self._page = Page.of(console)
        self._said: list[str] = []
        self._told: dict[str, Verdict] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return

    def verdict(self, verdict: Verdict) -> None:
        """Print one line: when, which exercise, its state, its points, what failed first.

        Nothing where a helper was saved and the exercise's verdict is what it was.
        """
        before = self._told.get(verdict.result.id)
        self._told[verdict.result.id] = verdict
        same_file = before is not None and before.content.source == verdict.content.source
        if before and same_file and sentence(before) == sentence(verdict):
            return
        self._page.show([self._page.line(f"{verdict.at:%H:%M:%S} {sentence(verdict)}")])
        self._page.console.file.flush()

    def show(self, board: Board) -> None:
        """Print what is new of what is to be said."""
        said = [*filter(None, [board.said]), *board.notes]
        self._page.show([self._page.prose(text) for text in said if text not in self._said])
        self._page.console.file.flush()
        self._said = said

    def key(self, name: str) -> None:
        """No key is read where there is no terminal."""


def sentence(verdict: Verdict) -> str:
    """The verdict in short: `softmax: partly, 10 of 12 points. Stays finite: nan at [0, 0] ...`."""
    result = verdict.result
    text = _("{exercise}: {state}, {points}.").format(
        exercise=result.id,
        state=words.of_exercise(result.status),
        points=words.score(result.points, result.max_points),
    )
    if result.message:
        return f"{text} {result.message}"
    is_open = failing(result) or [check for check in result.checks if check.status == "not_run"]
    for check in is_open[:1] if result.status != "not_started" else []:
        said = _("{title}: {message}")
        text += " " + said.format(title=words.without_stop(check.title), message=check.message)
    return text
