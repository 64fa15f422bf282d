"""The answer key of an exercise that was handed out without its reference.

`grader.releasing` writes it; here it is read.  It holds what the reference answers to the takes of
the practice seed, and the known mistakes' sentences, each under a lock (`grader.grading.locks`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct

from grader.course.files import NotInCourse, packed, unpacked
from grader.course.loading import ANSWERS, Entry
from grader.grading.locks import Lock
from grader.worker.client import JobResult
from grader.worker.protocol import Take


class Answers(Struct, frozen=True):
    """One exercise's answer key."""

    runs: dict[str, JobResult]
    """The reference's, each under the `name` of its takes."""
    locks: list[Lock]
    """One for each mistake that a submission's answers can be those of."""


def name(takes: Sequence[Take]) -> str:
    """What a run of these takes is filed under."""
    return hashlib.blake2b(msgspec.msgpack.encode(list(takes)), digest_size=16).hexdigest()


def find(entry: Entry, takes: Sequence[Take]) -> JobResult:
    """What the reference of a released exercise answers.  Raises CourseError."""
    run = read(entry).runs.get(name(takes))
    if run is None:
        raise NotInCourse(
            f"{entry.folder}: this copy of the course knows the answers for the practice seed on "
            "the CPU alone; leave out --seed, and grade with --device cpu"
        )
    return run


def read(entry: Entry) -> Answers:
    """The answer key of a released exercise.  Raises CourseError."""
    return _read(entry.folder / ANSWERS)


def encode(answers: Answers) -> bytes:
    """The file that `read` reads."""
    return packed(msgspec.msgpack.encode(answers))


_ANSWERS = msgspec.msgpack.Decoder(Answers)
"""Made here, once: two threads that work out at once what the type holds may crash."""


@lru_cache(maxsize=64)
def _read(path: Path) -> Answers:
    return unpacked(path, _ANSWERS.decode)
