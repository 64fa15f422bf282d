"""A report as its student may see it.

Of a hidden check a student learns what it tests, whether it passed and what it is worth.  All
else says something about its inputs: the message and the matrices do, the exception's text and
what was printed may, and so may the time, for the submission chooses those three.  What is not
copied here is therefore left out, also what a record may hold one day.
"""

from __future__ import annotations

from msgspec.structs import replace

from grader.language import _
from grader.report import words
from grader.report.record import CheckResult, ExerciseResult, Report


def for_student(report: Report, *, seed_known: bool = True) -> Report:
    """Return the copy of `report` that its student may see.

    `seed_known=False` leaves the seed out: in a class it is secret until the run is published,
    since whoever has it can work out every input beforehand.
    """
    checks = [check for exercise in report.exercises for check in exercise.checks]
    seconds = report.seconds
    if any(check.hidden for check in checks):
        seconds = sum(check.seconds for check in checks if not check.hidden)
    return replace(
        report,
        seed=report.seed if seed_known else None,
        seconds=seconds,
        exercises=[_exercise(exercise) for exercise in report.exercises],
    )


def _exercise(exercise: ExerciseResult) -> ExerciseResult:
    return replace(
        exercise,
        likely_cause=exercise.likely_cause if _cause_is_visible(exercise) else None,
        checks=[
            _outline(check, exercise.message) if check.hidden else check
            for check in exercise.checks
        ],
    )


def _cause_is_visible(exercise: ExerciseResult) -> bool:
    """Whether the likely cause may be told.

    It may come from a hidden check's answer, unless no hidden check was lost, or a visible answer
    was found wrong: visible checks run first, and the first wrong answer is what is explained.
    """
    lost = [check for check in exercise.checks if check.status in words.FAILING]
    seen = any(not check.hidden and check.status == "failed" for check in lost)
    return seen or not any(check.hidden for check in lost)


def _outline(check: CheckResult, of_file: str) -> CheckResult:
    """What may be known of a hidden check; `of_file` is what concerns the whole file."""
    message = _(words.WITHHELD) if check.status in words.FAILING else ""
    if check.status in {"not_run", "skipped"} or check.message == of_file != "":
        message = check.message  # the reason is the file or the machine
    return CheckResult(
        name=check.name,
        title=check.title,
        status=check.status,
        points=check.points,
        max_points=check.max_points,
        device=check.device,
        dtype=check.dtype,
        hidden=True,
        message=message,
    )
