"""Checks on a device that is not there: shown in the report, and no part of the total."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from grader.course import Check
from grader.course.loading import Entry
from grader.language import _
from grader.report.record import CheckResult, ExerciseResult


def shown(result: ExerciseResult, entry: Entry, lacking: Mapping[str, str]) -> ExerciseResult:
    """The result with a skipped check for each that would have run on a device that is lacking.

    lacking: for each such device the reason, as a sentence without its full stop.  A check that
    names its own context is not meant for other devices.  Points and status stay as they are.
    """
    if not lacking:
        return result
    checks: list[CheckResult] = []
    for check in entry.exercise.checks:
        checks += [found for found in result.checks if found.name == check.name]
        if not check.device:
            checks += [_skipped(check, device, reason) for device, reason in lacking.items()]
    return replace(result, checks=checks)


def _skipped(check: Check, device: str, reason: str) -> CheckResult:
    return CheckResult(
        name=check.name,
        title=check.title,
        status="skipped",
        points=0.0,
        max_points=check.points,
        device=device,
        dtype=check.dtype,
        hidden=check.hidden,
        message=_("{sentence}.").format(sentence=reason),
    )
