"""One exercise, or one check of it, as plain text: for a cell's output, or a test's failure."""

from __future__ import annotations

from io import StringIO
from itertools import takewhile

from msgspec.structs import replace
from rich.console import Console

from grader.language import _
from grader.report import detail, words
from grader.report.again import Again
from grader.report.layout import Page
from grader.report.record import CheckResult, ExerciseResult


def of_exercise(exercise: ExerciseResult, *, width: int) -> str:
    """Its state and, in full, the first check that failed."""
    state = _("{exercise}: {state}; {points}").format(
        exercise=exercise.id,
        state=words.of_exercise(exercise.status),
        points=words.score(exercise.points, exercise.max_points),
    )
    if not detail.wanted(exercise):
        return state
    return f"{state}\n\n{_drawn(exercise, Again('', '', None), width)}"


def of_check(exercise: ExerciseResult, check: CheckResult, again: Again, *, width: int) -> str:
    """What the report says on this check, which did not pass; its title is the first line."""
    if check.status not in words.FAILING:
        return check.message
    lines = _drawn(replace(exercise, checks=[check]), again, width).split("\n")
    heading = [lines[0], *takewhile(lambda line: line.startswith(" " * 3), lines[1:])]
    title = " ".join(line.strip("- ") for line in heading)
    return "\n".join([title, *lines[len(heading) :]])


def _drawn(exercise: ExerciseResult, again: Again, width: int) -> str:
    paper = StringIO()
    console = Console(
        file=paper, width=width, color_system=None, force_terminal=False, force_jupyter=False
    )
    page = Page.of(console)
    page.show(detail.block(page, exercise, again, every=False))
    return paper.getvalue().rstrip("\n")
