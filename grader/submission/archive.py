"""What zip and tar archives have in common: how they are opened, bounded and refused."""

from __future__ import annotations

import io
import os
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from grader.language import _
from grader.submission.layout import shown, too_many
from grader.submission.source import Member, Readable, Refused

MAX_PACKED = 512 * 2**20
MAX_UNPACKED = 512 * 2**20
"""Bytes that are unpacked of one archive, whatever it holds: two of the largest notebooks."""
MAX_HELD = 128 * 2**20
"""Bytes of archives in an archive: they are read from memory, for nothing is unpacked to a disk."""
_CHUNK = 2**18
_MAX_SECONDS = 10.0
"""Of CPU time.  Some headers can be made to take long; 10,000 honest ones take two seconds."""
_MOST_TOLD = 3


class Allowance:
    """What may be unpacked of an archive, and of those within it: bytes, and time for headers, for
    all of them together."""

    def __init__(self, name: str) -> None:
        self._name = shown(name)
        self._left = MAX_UNPACKED
        self._began = time.thread_time()

    def take(self, size: int) -> None:
        """So many bytes more were unpacked.  Raises Refused beyond `MAX_UNPACKED`."""
        self._left -= size
        if self._left < 0:
            said = _("{file} unpacks to more than {number} MiB. Hand in the exercises' files only.")
            raise Refused(said.format(file=self._name, number=MAX_UNPACKED // 2**20))

    def look_at_the_clock(self) -> None:
        """Raises Refused after `_MAX_SECONDS`."""
        if time.thread_time() - self._began > _MAX_SECONDS:
            raise Refused(too_many(self._name))


@dataclass(frozen=True)
class Packed:
    """An archive to be read: a file, or what lay in another archive."""

    name: str
    file: io.FileIO | io.BytesIO
    allowance: Allowance


@dataclass(frozen=True)
class Archive(Member):
    """An archive in an archive.  As a source it is nothing."""

    unpack: Callable[[], Packed]
    """Raises Refused."""


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


def opened(path: Path) -> Packed:
    """The regular file `path`.  Raises Refused, and OSError."""
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
    return Packed(path.name, io.FileIO(descriptor, "rb"), Allowance(path.name))


def held(stream: Readable) -> io.BytesIO:
    """All that is in `stream`, in memory."""
    file = io.BytesIO()
    while data := stream.read(_CHUNK):
        file.write(data)
    file.seek(0)
    return file


def too_large_to_hold(name: str) -> str:
    """The sentence for an archive in an archive that has more than `MAX_HELD` bytes."""
    said = _("{file} is larger than {number} MiB.")
    return said.format(file=name, number=MAX_HELD // 2**20)


def damaged(archive: Packed, kind: str, error: Exception) -> Refused:
    """The refusal of a file that is no such archive, or no longer."""
    said = _(
        "{file} is not a {kind} archive, or is damaged ({error}). Pack it and hand it in again."
    )
    return Refused(said.format(file=shown(archive.name), kind=kind, error=shown(str(error))))


def twice(name: str, archive: Packed) -> str:
    """The sentence for a file that an archive holds more than once."""
    said = _("{file} is in {archive} more than once.")
    return said.format(file=name, archive=shown(archive.name))
