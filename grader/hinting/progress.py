"""Which hints were given: a small file beside the exercises.

The file lies in a folder that anybody may have written, so it is read like one: what it holds is
text of a bounded length, or it counts as empty.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from grader.language import ENGLISH, _
from grader.report.record import CheckResult, ExerciseResult, Report
from grader.saving import replace

NAME = ".hints.json"
_MOST_BYTES = 2**18
_Text = Annotated[str, Meta(max_length=1000)]


class Given(Struct, frozen=True, omit_defaults=True):
    """What was said about an exercise's first open check."""

    check: _Text
    hints: Annotated[list[_Text], Meta(max_length=50)]
    language: _Text = ENGLISH


def read(submission: Path) -> dict[str, Given]:
    """Return what was given on the exercises in `submission`, a folder or a file in one."""
    path = _path(submission)
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return {}
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Given])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}


def give(submission: Path, exercise: str, step: Callable[[Given | None], Given]) -> Given:
    """Return and keep what is given on `exercise` now: `step` makes it of what was given before.

    One at a time: of two hints that are asked for at once none is lost.  Raises OSError with a
    sentence that names the file.
    """
    path = _path(submission)
    try:
        with _alone(path.parent):
            kept = read(submission)
            given = step(kept.get(exercise))
            whole = msgspec.json.encode(kept | {exercise: given})
            replace(path, msgspec.json.format(whole, indent=1) + b"\n")
    except OSError as error:
        reason = error.strerror or str(error)
        said = _("Which hints were given could not be kept in {path}: {reason}.")
        raise OSError(said.format(path=path, reason=reason)) from error
    return given


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        with suppress(OSError):  # elsewhere on a network there may be no locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def shown(report: Report, given: dict[str, Given]) -> Report:
    """Return `report` with every hint that was given on the checks that still fail.

    What was given in another language is left out: the next hint says it again in this one.
    """
    return msgspec.structs.replace(
        report,
        exercises=[
            _exercise(exercise, given[exercise.id])
            if exercise.id in given and given[exercise.id].language == report.language
            else exercise
            for exercise in report.exercises
        ],
    )


def _exercise(exercise: ExerciseResult, given: Given) -> ExerciseResult:
    checks = [_check(check, given) for check in exercise.checks]
    return msgspec.structs.replace(exercise, checks=checks)


def _check(check: CheckResult, given: Given) -> CheckResult:
    if check.name != given.check or check.status != "failed" or check.hidden:
        return check
    hints = dict.fromkeys(hint for hint in [check.hint, *given.hints] if hint)
    return msgspec.structs.replace(check, hint="\n".join(hints))


def _path(submission: Path) -> Path:
    return (submission if submission.is_dir() else submission.parent) / NAME
