"""A tar.gz archive as named files, read in one go from front to back; nothing is unpacked to a
disk."""

from __future__ import annotations

import gzip
import io
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from typing_extensions import Buffer

from grader.language import _
from grader.submission.archive import (
    MAX_HELD,
    Allowance,
    Archive,
    Packed,
    Told,
    damaged,
    held,
    too_large_to_hold,
    twice,
)
from grader.submission.layout import (
    ARCHIVES,
    MAX_ENTRIES,
    Name,
    shown,
    split,
    suffix_of,
    too_many,
    usable,
)
from grader.submission.source import Member, Refused, Source, is_code, legible, parse

_MAX_READ = 2**18
"""Bytes of one read: the library reads a header that claims to be long in one piece."""
_MAX_HEADERS = 64 * 2**20
"""Bytes of all headers, which are kept in memory; an honest one has at most some thousands."""
_BROKEN = (
    *(tarfile.TarError, zlib.error, EOFError, ValueError, OSError, RecursionError),
    *(OverflowError, IndexError, KeyError, UnicodeError),
)
"""What the library raises where bytes make no sense."""


@contextmanager
def members(packed: Packed, told: Told) -> Iterator[dict[Name, Member]]:
    """The files in the archive; what was left out is added to `told`.

    Raises Refused.
    """
    with packed.file, io.BufferedReader(_Timed(packed)) as file:
        stream = _Stream(file, packed.allowance)
        try:
            found = _members(packed, stream, told)
            stream.seek_to_end()  # the checksum of everything stands there
        except _BROKEN as error:
            raise damaged(packed, "tar.gz", error) from None
    yield found


def _members(packed: Packed, stream: _Stream, told: Told) -> dict[Name, Member]:
    found: dict[Name, Member] = {}
    headers = 0
    reader = _Reader(packed, stream)
    with tarfile.open(fileobj=stream, mode="r:", encoding="utf-8") as archive:
        for number, info in enumerate(archive, 1):
            headers += info.offset_data - info.offset
            if number > MAX_ENTRIES or headers > _MAX_HEADERS:
                raise Refused(too_many(shown(packed.name)))
            packed.allowance.look_at_the_clock()
            name = split(info.name)
            if name is None:
                told.leads_out(info.name)
            elif usable(name) and not info.isdir():
                said = legible(name[-1])
                problem = twice(said, packed) if name in found else _problem(said, info)
                found[name] = reader.member(said, info, problem)
    return found


class _Reader:
    """Reads members now: a stream that is packed as a whole can be read in one direction only."""

    def __init__(self, packed: Packed, stream: _Stream) -> None:
        self._packed = packed
        self._stream = stream
        self._room = MAX_HELD
        """Bytes left for archives: which of them is the only one is known at the end."""

    def member(self, name: str, info: tarfile.TarInfo, problem: str) -> Member:
        """The file in `info`; with a `problem` it is not read."""
        modified = float(info.mtime)
        if suffix_of(name) in ARCHIVES:
            return self._archive(name, info, modified, problem)
        source = Source(name, problem=problem)
        if is_code(name) and not problem:
            source = parse(name, self._part(info), info.size)
        return Member(modified, lambda: source)

    def _archive(self, name: str, info: tarfile.TarInfo, modified: float, problem: str) -> Archive:
        file = io.BytesIO()
        if info.size > self._room:
            problem = problem or too_large_to_hold(name)
        if not problem:
            self._room -= info.size
            file = held(self._part(info))

        def unpack() -> Packed:
            if problem:
                raise Refused(problem)
            return Packed(name, file, self._packed.allowance)

        return Archive(modified, lambda: Source(name), unpack)

    def _part(self, info: tarfile.TarInfo) -> _Part:
        self._stream.seek(info.offset_data)
        return _Part(self._stream, info.size)


def _problem(name: str, info: tarfile.TarInfo) -> str:
    """Why the file cannot be read, as its header says."""
    if info.issym() or info.islnk():
        return _("{file} is a link. Pack the file itself.").format(file=name)
    if not info.isreg() or info.issparse():
        return _("{file} is not a regular file.").format(file=name)
    return ""


class _Timed(io.RawIOBase):
    """The archive's file, which is read as long as is allowed.  Raises Refused after that."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        self._packed.allowance.look_at_the_clock()  # gzip reads on while it unpacks to nothing
        return self._packed.file.readinto(buffer)


class _Stream(io.RawIOBase):
    """What a gzip file unpacks to, forwards only.  Raises Refused beyond what is allowed."""

    def __init__(self, packed: BinaryIO, allowance: Allowance) -> None:
        self._unpacked = gzip.GzipFile(fileobj=packed, mode="rb")
        self._allowance = allowance

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._unpacked.tell()

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= _MAX_READ:
            raise tarfile.ReadError("a header is too long")
        data = self._unpacked.read(size)
        self._allowance.take(len(data))
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence != io.SEEK_SET or offset < self.tell():
            raise tarfile.ReadError("a header leads back")
        while (left := offset - self.tell()) and self.read(min(left, _MAX_READ)):
            pass
        return self.tell()

    def seek_to_end(self) -> None:
        """Read what is left, which is checked by that."""
        while self.read(_MAX_READ):
            pass


class _Part:
    """The next `size` bytes of a stream.  Raises EOFError if there are fewer."""

    def __init__(self, stream: _Stream, size: int) -> None:
        self._stream = stream
        self._left = size

    def read(self, size: int) -> bytes:
        data = self._stream.read(min(size, self._left))
        if not data and self._left and size:
            raise EOFError("it ends within a file")
        self._left -= len(data)
        return data
