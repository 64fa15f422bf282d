"""Which takes an exercise needs, and the jobs that run them on each side."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from grader.course.loading import Entry
from grader.submission import Submission
from grader.worker.protocol import Job, Take

_MOVES = (1, 2)
"""Patterns of random signs in which the reference's inputs are moved."""
_SIMPLER = (1, 2, 3)
"""No size above 2, 3 and 4."""


def takes(entry: Entry, seed: int, devices: Sequence[str]) -> list[Take]:
    """One take per check and device, in the report's order."""
    traced = bool(entry.exercise.own_work)
    return [
        Take(check.name, seed, device, check.dtype, trace=traced)
        for check in entry.exercise.checks
        for device in ([check.device] if check.device else devices)
    ]


def companions(take: Take) -> list[Take]:
    """The takes that give the allowance: in float64, and in float64 on moved inputs."""
    exact = msgspec.structs.replace(take, dtype="float64", trace=False)
    ulp = float(np.finfo(take.dtype).eps)
    return [exact, *(msgspec.structs.replace(exact, jitter=k, ulp=ulp) for k in _MOVES)]


def simplified(take: Take) -> list[Take]:
    """The same take on smaller inputs of whole numbers, the smallest first."""
    return [msgspec.structs.replace(take, simpler=k, trace=False) for k in _SIMPLER]


def reference_job(entry: Entry, takes: list[Take], patch: str = "") -> Job:
    """The job that runs the reference, or with `patch` a mistake."""
    return Job(
        exercise=entry.id,
        filename="reference.py",
        source=entry.reference,
        checks=entry.checks,
        takes=takes,
        patch=patch,
    )


def submission_job(entry: Entry, submission: Submission, takes: list[Take]) -> Job:
    """The job that runs a submission's file, which must be readable."""
    source = submission.sources[entry.id]
    return Job(
        exercise=entry.id,
        filename=source.filename,
        source=source.text,
        checks=entry.checks,
        takes=takes,
        siblings=submission.siblings,
    )
