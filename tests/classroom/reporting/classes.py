"""Classes put together from what the grader really says of real submissions."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone

from msgspec.structs import replace

from grader.classroom.gradebook import Gradebook, Graded
from grader.report.record import CheckResult, ExerciseResult, Report

NAMES = [
    "ada",
    "Ada",
    "<script>document.title = 'x'</script>",
    "&amp; \"quotes\" 'and' more",
    "=HYPERLINK(1)",
    "@sum",
    "-1",
    "grace hopper",
    "Zo\u00eb",
    "Zoe\u0308",
    "\u674e\u96f7",
    "\u0645\u062d\u0645\u062f",
    "two\nlines",
    "\x1b[31mred\x1b[0m",
    "com,ma;semi\tcolon",
    "lone \ud800 surrogate",
    "a byte \udce9",
    "\u202egnp.exe",
    "../up",
    "CON",
    "x" * 300,
    "\U0001f469\u200d\U0001f52c",
]
"""What a folder may hold, and more."""


def student(number: int) -> str:
    """The name of one of many."""
    return NAMES[number] if number < len(NAMES) else f"student-{number:05}"


def gradebook(
    reports: Sequence[Report], size: int, *, published: bool = False, hide: str = ""
) -> Gradebook:
    """A class of `size` students, each as able as chance has it.

    For each exercise a student has one of the real results: the able the better ones. `hide`
    names a check that is hidden in all of them.
    """
    kinds = {
        exercise.id: sorted(
            (e for report in reports for e in report.exercises if e.id == exercise.id),
            key=lambda result: result.points,
        )
        for exercise in reports[0].exercises
    }

    def read() -> Iterator[Graded]:
        chance = random.Random(size)
        for number in range(size):
            able = chance.random()
            chosen = [
                _hidden(results[_place(chance, able, len(results))], hide)
                for results in kinds.values()
            ]
            yield Graded(
                student=student(number),
                attempt=f"{student(number)}.zip",
                received=datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
                + timedelta(minutes=number),
                report=_report(reports[0], chosen),
            )

    return Gradebook("Gluon & <friends>", 987654321, published, read)


def _place(chance: random.Random, able: float, many: int) -> int:
    return min(max(round((many - 1) * chance.gauss(able, 0.25)), 0), many - 1)


def _hidden(exercise: ExerciseResult, name: str) -> ExerciseResult:
    checks = [replace(c, hidden=True) if c.name == name else c for c in exercise.checks]
    return replace(exercise, checks=sorted(checks, key=_is_hidden))


def _is_hidden(check: CheckResult) -> bool:
    return check.hidden


def _report(like: Report, exercises: list[ExerciseResult]) -> Report:
    return replace(
        like,
        submission="somewhere/class/entry.zip",
        seed=987654321,
        points=sum(exercise.points for exercise in exercises),
        max_points=sum(exercise.max_points for exercise in exercises),
        exercises=exercises,
    )
