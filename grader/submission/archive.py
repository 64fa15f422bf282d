"""What zip and tar archives have in common: how they are opened and refused."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from grader.language import _
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
        said = _("Left out, for the path leads out of the archive: {listed}.")
        if self._count > _MOST_TOLD:
            said = _("Left out, for the path leads out of the archive: {listed} and {number} more.")
        listed = _(", ").join(self._outside)
        return [said.format(listed=listed, number=self._count - _MOST_TOLD)]


def opened(path: Path) -> int:
    """A descriptor of the regular file `path`.  Raises Refused, and OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    found = os.fstat(descriptor)
    problem = ""
    if not stat.S_ISREG(found.st_mode):
        problem = _("{file} is not a regular file.")
    elif not found.st_size:
        problem = _("{file} is empty.")
    elif found.st_size > MAX_PACKED:
        problem = _("{file} is larger than {number} MiB.")
    if problem:
        os.close(descriptor)
        raise Refused(problem.format(file=shown(path.name), number=MAX_PACKED // 2**20))
    return descriptor


def damaged(path: Path, kind: str, error: Exception) -> Refused:
    """The refusal of a file that is no such archive, or no longer."""
    said = _(
        "{file} is not a {kind} archive, or is damaged ({error}). Pack it and hand it in again."
    )
    return Refused(said.format(file=shown(path.name), kind=kind, error=shown(str(error))))


def unpacks_to_too_much(path: Path) -> str:
    """The sentence for a bomb."""
    said = _("{file} unpacks to more than {number} MiB. Hand in the exercises' files only.")
    return said.format(file=shown(path.name), number=MAX_UNPACKED // 2**20)


def twice(name: str, path: Path) -> str:
    """The sentence for a file that an archive holds more than once."""
    said = _("{file} is in {archive} more than once.")
    return said.format(file=name, archive=shown(path.name))
