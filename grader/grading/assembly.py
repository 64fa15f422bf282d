"""Exercises' results become one report."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from importlib.metadata import version

from msgspec import Struct

from grader.devices.libraries import mxnet_version
from grader.report.record import ExerciseResult, Report
from grader.sandbox import Isolation, Limits


class Conditions(Struct, frozen=True):
    """What a submission was graded with, as its report says it."""

    isolation: str
    devices: list[str]
    versions: dict[str, str]
    limits: dict[str, float]


def conditions(isolation: Isolation, limits: Limits, devices: Sequence[str]) -> Conditions:
    """Those of this machine."""
    return Conditions(isolation.describe(), list(devices), _versions(), limits.figures())


def assemble(
    name: str,
    exercises: Sequence[ExerciseResult],
    *,
    seed: int,
    under: Conditions,
    notes: Sequence[str],
    seconds: float,
) -> Report:
    """The report on the submission `name`, whose points are its exercises'."""
    return Report(
        submission=name,
        seed=seed,
        points=short(sum(result.points for result in exercises)),
        max_points=short(sum(result.max_points for result in exercises)),
        isolation=under.isolation,
        devices=under.devices,
        versions=under.versions,
        limits=under.limits,
        notes=list(notes),
        next_action=_next_action(exercises),
        seconds=round(seconds, 3),
        exercises=list(exercises),
    )


def short(points: float) -> float:
    """A sum of points without the dust of binary fractions."""
    return round(points, 6)


def _next_action(results: Sequence[ExerciseResult]) -> str:
    """The one thing to do next, by the first exercise that is not done."""
    for result in results:
        match result.status:
            case "done":
                continue
            case "missing":
                return f"Next: hand in {result.id}.py"
            case "not_started":
                return f"Next: fill in {result.id}.py"
            case "borrowed":
                return f"Next: do the work of {result.id} without the ready-made operator"
            case "error" if result.message:
                return f"Next: mend {result.id}, so that it can be run"
            case _:
                first = next(c for c in result.checks if c.status not in {"passed", "skipped"})
                return f"Next in {result.id}: {first.title}"
    return "Everything is done"


def _versions() -> dict[str, str]:
    """Versions of what the numbers depend on."""
    return {
        "grader": version("gluon-grader"),
        "python": platform.python_version(),
        "mxnet": mxnet_version(),
        "numpy": version("numpy"),
    }
