"""Exercises' results become one report."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from grader.devices.libraries import mxnet_version
from grader.language import ENGLISH, _, spoken
from grader.report.record import ExerciseResult, Report
from grader.sandbox import Isolation, Limits


class Conditions(Struct, frozen=True):
    """What a submission was graded with, as its report says it."""

    isolation: str
    devices: list[str]
    versions: dict[str, str]
    limits: dict[str, float]
    language: str = ENGLISH


def conditions(isolation: Isolation, limits: Limits, devices: Sequence[str]) -> Conditions:
    """Those of this machine, told in the language that is spoken."""
    return Conditions(isolation.describe(), list(devices), _versions(), limits.figures(), spoken())


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
        language=under.language,
        seed=seed,
        points=short(sum(result.points for result in exercises)),
        max_points=short(sum(result.max_points for result in exercises)),
        isolation=under.isolation,
        devices=under.devices,
        versions=under.versions,
        limits=under.limits,
        notes=list(notes),
        next_action=_next_action(name, exercises),
        seconds=round(seconds, 3),
        exercises=_each_note_once(exercises),
    )


def _each_note_once(results: Sequence[ExerciseResult]) -> list[ExerciseResult]:
    """The same results; what a file's demonstrations did only where it is run first, for the file
    may hold several exercises."""
    told: set[str] = set()
    kept = []
    for result in results:
        kept.append(replace(result, notes=[note for note in result.notes if note not in told]))
        told.update(result.notes)
    return kept


def short(points: float) -> float:
    """A sum of points without the dust of binary fractions."""
    return round(points, 6)


def _next_action(name: str, results: Sequence[ExerciseResult]) -> str:
    """The one thing to do next, by the first exercise that is not done."""
    if _unreadable(results):
        file = PurePath(name).name
        return _("Next: hand in {file} again, so that it can be read").format(file=file)
    for result in results:
        match result.status:
            case "done":
                continue
            case "missing":
                return _("Next: hand in {exercise}.py").format(exercise=result.id)
            case "not_started":
                return _("Next: fill in {exercise}.py").format(exercise=result.id)
            case "borrowed":
                by_hand = _("Next: write {exercise} by hand")
                return by_hand.format(exercise=result.id)
            case "error" if result.message:
                return _("Next: repair {exercise}, so that it can be run").format(
                    exercise=result.id
                )
            case _:
                first = next(c for c in result.checks if c.status not in {"passed", "skipped"})
                return _("Next in {exercise}: {title}").format(
                    exercise=result.id, title=first.title
                )
    return _("Everything is done")


def _unreadable(results: Sequence[ExerciseResult]) -> bool:
    """Whether one thing keeps all exercises from being run: what was handed in as a whole."""
    said = {result.message if result.status == "error" else "" for result in results}
    states = {check.status for result in results for check in result.checks}
    return len(results) > 1 and len(said) == 1 and all(said) and states == {"not_run"}


@cache
def _versions() -> dict[str, str]:
    """Versions of what the numbers depend on."""
    return {
        "grader": version("gluon-grader"),
        "python": platform.python_version(),
        "mxnet": mxnet_version(),
        "numpy": version("numpy"),
    }
