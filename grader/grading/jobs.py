"""Which takes an exercise needs, and the jobs that run them on each side."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

import msgspec
import numpy as np

from grader.course import Check
from grader.course.loading import Course, CourseError, Entry
from grader.course.stubs import stub
from grader.submission import Submission, Wanted
from grader.worker.protocol import Job, Take

_MOVES = (1, 2)
"""Patterns of random signs in which the reference's inputs are moved."""
_SIMPLER = (1, 2, 3)
"""No size above 2, 3 and 4."""


def wanted(course: Course) -> list[Wanted]:
    """What the course asks for, as `grader.submission.read` wants to know it."""
    ids = {entry.id for entry in course.entries}
    return [replace(asked(entry), unasked=entry.id not in ids) for entry in course.whole]


def asked(entry: Entry) -> Wanted:
    """The same of one exercise."""
    return Wanted(entry.id, tuple(entry.exercise.stubs), _handed_out(entry))


def takes(entry: Entry, seed: int, devices: Sequence[str]) -> list[Take]:
    """One take per check and device, in the report's order."""
    traced = bool(entry.exercise.own_work)
    return [
        Take(check.name, _seed(seed, entry, check), device, check.dtype, trace=traced)
        for check in entry.exercise.checks
        for device in ([check.device] if check.device else devices)
    ]


def _seed(seed: int, entry: Entry, check: Check) -> int:
    """One check's own seed, from which neither the run's nor another check's can be told: a
    submission may look at it."""
    text = f"{seed} {entry.id} {check.name}".encode()
    return int.from_bytes(hashlib.blake2b(text, digest_size=7).digest(), "big")


def companions(take: Take) -> list[Take]:
    """The takes that give the allowance: in float64, and in float64 on moved inputs."""
    exact = msgspec.structs.replace(take, dtype="float64", trace=False)
    ulp = float(np.finfo(take.dtype).eps)
    return [exact, *(msgspec.structs.replace(exact, jitter=k, ulp=ulp) for k in _MOVES)]


def simplified(take: Take) -> list[Take]:
    """The same take on smaller inputs of whole numbers, the smallest first."""
    return [msgspec.structs.replace(take, simpler=k, trace=False) for k in _SIMPLER]


def reference_job(entry: Entry, takes: list[Take], *, tells_inputs: bool = True) -> Job:
    """The job that runs the reference, or in takes with a `patch` mistakes."""
    return Job(
        exercise=entry.id,
        filename="reference.py",
        source=entry.reference,
        checks=entry.checks,
        takes=takes,
        tells_inputs=tells_inputs,
    )


def submission_jobs(entry: Entry, submission: Submission, takes: list[Take]) -> list[Job]:
    """The jobs that run the takes on a submission's file, which must be readable.

    Hidden checks have a job of their own: a submission may tell its author what it sees in a
    visible one, so that must hold neither a hidden check's seed nor its text.
    """
    hidden = {check.name for check in entry.exercise.checks if check.hidden}
    visible = [take for take in takes if take.check not in hidden]
    rest = [take for take in takes if take.check in hidden]
    return [
        _submission_job(entry, submission, own, without(entry.checks, others))
        for own, others in ((visible, hidden), (rest, set()))
        if own
    ]


def without(checks: str, names: AbstractSet[str]) -> str:
    """The text of a `checks.py` without these probes; the line numbers stay."""
    lines = checks.split("\n")
    for node in ast.parse(checks).body if names else []:
        if isinstance(node, ast.FunctionDef) and node.name in names:
            first = min([node.lineno, *(part.lineno for part in node.decorator_list)])
            last = node.end_lineno or node.lineno
            lines[first - 1 : last] = [""] * (last - first + 1)
    return "\n".join(lines)


def _submission_job(entry: Entry, submission: Submission, takes: list[Take], checks: str) -> Job:
    source = submission.sources[entry.id]
    return Job(
        exercise=entry.id,
        filename=source.filename,
        source=source.text,
        cells=list(source.cells),
        checks=checks,
        takes=takes,
        siblings=submission.named_by(source),
    )


def _handed_out(entry: Entry) -> str:
    try:
        return stub(entry)
    except CourseError:  # for the course's lint to say; a submission can be graded all the same
        return ""
