"""What zip and tar archives have in common: how they are opened and refused."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from grader.submission.layout import shown
from grader.submission.source import Refused

MAX_PACKED = 512 * 2**20
MAX_UNPACKED = 512 * 2**20
"""Bytes that are unpacked of one archive, whatever it holds: two of the largest notebooks."""
_MOST_TOLD = 3


class Told:
    """Notes on what was left out of an archive; a hostile one cannot make them many."""

    def __init__(self) -> None:
        self._outside: list[str] = []
        self._count = 0

    def leads_out(self, name: str) -> None:
        """The entry `name` would have been unpacked outside of the archive's folder."""
        self._count += 1
        if self._count <= _MOST_TOLD:
            self._outside.append(shown(name))

    def notes(self) -> list[str]:
        """One sentence for each kind."""
        if not self._count:
            return []
        more = f" and {self._count - _MOST_TOLD} more" if self._count > _MOST_TOLD else ""
        listed = ", ".join(self._outside) + more
        return [f"Left out, for the path leads out of the archive: {listed}."]


def opened(path: Path) -> int:
    """A descriptor of the regular file `path`.  Raises Refused, and OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    found = os.fstat(descriptor)
    problem = ""
    if not stat.S_ISREG(found.st_mode):
        problem = f"{shown(path.name)} is not a regular file."
    elif not found.st_size:
        problem = f"{shown(path.name)} is empty."
    elif found.st_size > MAX_PACKED:
        problem = f"{shown(path.name)} is larger than {MAX_PACKED // 2**20} MiB."
    if problem:
        os.close(descriptor)
        raise Refused(problem)
    return descriptor


def damaged(path: Path, kind: str, error: Exception) -> Refused:
    """The refusal of a file that is no such archive, or no longer."""
    return Refused(
        f"{shown(path.name)} is not a {kind} archive, or is damaged ({shown(str(error))}). "
        "Pack it and hand it in again."
    )


def unpacks_to_too_much(path: Path) -> str:
    """The sentence for a bomb."""
    return (
        f"{shown(path.name)} unpacks to more than {MAX_UNPACKED // 2**20} MiB. "
        "Hand in the exercises' files only."
    )
