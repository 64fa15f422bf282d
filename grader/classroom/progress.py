"""How far a class's grading has come: done, rate, time left, failures."""

from __future__ import annotations

import time

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from typing_extensions import Self

from grader.classroom.grading import Outcome
from grader.language import _, joined

_LINE_SECONDS = 10.0
"""Between two lines where there is no terminal to draw a bar in."""


class Progress:
    """A bar on the terminal's standard error, or a line now and then where there is none."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._bar = Bar(
            TextColumn(_("grading")),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[failures]}"),
            console=self._console,
            disable=not self._console.is_terminal,
        )
        self._task = self._bar.add_task("grading", total=None, rate="", failures="")
        self._began = self._spoke = time.monotonic()

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def show(self, outcome: Outcome) -> None:
        """Bring the bar up to date."""
        failed = len(outcome.failures)
        done = outcome.graded + outcome.unchanged + failed
        now = time.monotonic()
        took = now - self._began
        rate = _rate(outcome.graded / took) if outcome.graded else ""
        failures = _("{number} failed").format(number=failed) if failed else ""
        self._bar.update(
            self._task, completed=done, total=outcome.total, rate=rate, failures=failures
        )
        if not self._console.is_terminal and now - self._spoke > _LINE_SECONDS:
            self._spoke = now
            said = [_("{done} of {all} done").format(done=done, all=outcome.total)]
            if outcome.graded and done < outcome.total:
                minutes = max(1, round(took / outcome.graded * (outcome.total - done) / 60))
                said += [rate, _("about {number} min left").format(number=minutes)]
            self._console.print(joined([*said, *([failures] if failures else [])]))


def _rate(each_second: float) -> str:
    """Submissions per second, or per minute where they are fewer."""
    if each_second < 1:
        return _("{number} a minute").format(number=f"{60 * each_second:.0f}")
    return _("{number} a second").format(number=f"{each_second:.1f}")
