"""A report as Gradescope's results.json: the one place that knows the form.

The form is that of https://gradescope-autograders.readthedocs.io/en/latest/specs/ ("Output
format", "Test case status", "Output string formatting"), of which only what is needed is here.

Two rules of that page decide how the grader's own failure is told. A score at the top overrides
the tests' scores, so a report always has one: Gradescope never adds up for itself. And a file that
has neither a score nor tests is no result, so Gradescope marks the run as the autograder's error,
which changes no grade, does not count as an attempt, and shows the instructor what was printed.
"""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import Struct

from grader.gradescope import wording
from grader.language import _
from grader.report import words
from grader.report.record import CheckResult, ExerciseResult, Report
from grader.report.safe import clean, clean_line
from grader.report.student import for_student

Status = Literal["passed", "failed"]


class TestCase(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One box on Gradescope's page."""

    name: str
    number: str
    score: float | None = None
    """Absent where nothing was at stake: a check whose device is not there."""
    max_score: float | None = None
    status: Status | None = None
    output: str = ""
    tags: list[str] = []


class Results(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What results.json holds."""

    score: float | None = None
    """Absent only where the grader itself failed."""
    execution_time: int | None = None
    """Seconds."""
    output: str
    output_format: Literal["text"]
    tests: list[TestCase] = []


def results(report: Report) -> Results:
    """Return what Gradescope is to show of `report`, which is the instructor's, complete.

    Students read all of it, so it is made from their copy of the report: of a hidden check they
    see the property and the points, and the seed is nowhere. Everything that a submission may
    have written is escaped.
    """
    seen = for_student(report, seed_known=False)
    tests = [
        case
        for number, exercise in enumerate(seen.exercises, 1)
        for case in _cases(number, exercise)
    ]
    return Results(
        score=report.points,
        execution_time=round(seen.seconds),
        output=wording.whole(seen),
        output_format="text",
        tests=tests,
    )


def refusal(reason: str) -> Results:
    """Return the results of a submission that holds nothing to grade: no points, and why."""
    case = TestCase(
        name=_("The submission can be read"), number="1", status="failed", output=clean(reason)
    )
    return Results(score=0.0, output=clean(reason), output_format="text", tests=[case])


def failure(reason: str) -> Results:
    """Return the results of a run in which the grader failed: no score at all, and why."""
    return Results(output=clean(reason), output_format="text")


def encode(made: Results) -> bytes:
    """Return `made` as results.json holds it."""
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


def _cases(number: int, exercise: ExerciseResult) -> list[TestCase]:
    """One box for each check; one for the exercise where there are none."""
    if not exercise.checks:
        return [
            TestCase(
                name=_name(exercise, exercise.title),
                number=str(number),
                score=exercise.points,
                max_score=exercise.max_points,
                status="passed" if exercise.status == "done" else "failed",
                output=wording.exercise(exercise),
                tags=[exercise.id],
            )
        ]
    told = next((check for check in exercise.checks if wording.lost(check)), None)
    return [
        _case(f"{number}.{place}", exercise, check, first=check is told)
        for place, check in enumerate(exercise.checks, 1)
    ]


def _name(exercise: ExerciseResult, title: str) -> str:
    return clean_line(_("{exercise}: {title}").format(exercise=exercise.id, title=title))


def _case(number: str, exercise: ExerciseResult, check: CheckResult, *, first: bool) -> TestCase:
    skipped = check.status == "skipped"
    status: Status = "passed" if check.status == "passed" else "failed"
    where = "" if check.device == "cpu" else f" ({check.device})"
    return TestCase(
        name=_name(exercise, f"{words.without_stop(check.title) or check.name}{where}"),
        number=number,
        score=None if skipped else check.points,
        max_score=None if skipped else check.max_points,
        status=None if skipped else status,
        output=wording.check(exercise, check, first=first),
        tags=[exercise.id],
    )
