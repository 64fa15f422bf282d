"""A tar.gz archive as named files, read in one go from front to back and never unpacked."""

from __future__ import annotations

import gzip
import io
import tarfile
import time
import zlib
from pathlib import Path
from typing import BinaryIO

from typing_extensions import Buffer

from grader.language import _
from grader.submission.archive import (
    MAX_UNPACKED,
    Told,
    damaged,
    opened,
    twice,
    unpacks_to_too_much,
)
from grader.submission.layout import MAX_ENTRIES, Name, shown, split, too_many, usable
from grader.submission.source import Member, Refused, Source, is_code, legible, parse

_MAX_READ = 2**18
"""Bytes of one read: the library reads a header that claims to be long in one piece."""
_MAX_HEADERS = 64 * 2**20
"""Bytes of all headers, which are kept in memory; an honest one has at most some thousands."""
_MAX_SECONDS = 10.0
"""Of CPU time.  Some headers can be made to take long; 10,000 honest ones take two seconds."""
_BROKEN = (
    *(tarfile.TarError, zlib.error, EOFError, ValueError, OSError, RecursionError),
    *(OverflowError, IndexError, KeyError, UnicodeError),
)
"""What the library raises where bytes make no sense."""


def members(path: Path, told: Told) -> dict[Name, Member]:
    """The files in the archive; what was left out is added to `told`.

    Raises Refused, and OSError where the file cannot be opened.
    """
    file = _Timed(path)
    with io.BufferedReader(file) as packed:
        stream = _Stream(path, packed)
        try:
            found = _members(path, file, stream, told)
            stream.seek_to_end()  # the checksum of everything stands there
        except _BROKEN as error:
            raise damaged(path, "tar.gz", error) from None
    return found


def _members(path: Path, file: _Timed, stream: _Stream, told: Told) -> dict[Name, Member]:
    found: dict[Name, Member] = {}
    headers = 0
    with tarfile.open(fileobj=stream, mode="r:", encoding="utf-8") as archive:
        for number, info in enumerate(archive, 1):
            headers += info.offset_data - info.offset
            if number > MAX_ENTRIES or headers > _MAX_HEADERS:
                raise Refused(too_many(shown(path.name)))
            file.look_at_the_clock()
            name = split(info.name)
            if name is None:
                told.leads_out(info.name)
            elif usable(name) and not info.isdir():
                said = legible(name[-1])
                source = _source(said, info, stream)
                if name in found:
                    source = Source(said, problem=twice(said, path))
                found[name] = _member(float(info.mtime), source)
    return found


def _member(modified: float, source: Source) -> Member:
    return Member(modified, lambda: source)


def _source(name: str, info: tarfile.TarInfo, stream: _Stream) -> Source:
    """Read now: a stream that is packed as a whole can be read in one direction only."""
    if not is_code(name):
        return Source(name)
    if info.issym() or info.islnk():
        said = _("{file} is a link. Pack the file itself.")
        return Source(name, problem=said.format(file=name))
    if not info.isreg() or info.issparse():
        return Source(name, problem=_("{file} is not a regular file.").format(file=name))
    stream.seek(info.offset_data)
    return parse(name, _Part(stream, info.size), info.size)


class _Timed(io.FileIO):
    """The archive's file, which is read for `_MAX_SECONDS`.  Raises Refused after that."""

    def __init__(self, path: Path) -> None:
        super().__init__(opened(path), "rb")
        self._path = path
        self._began = time.thread_time()

    def readinto(self, buffer: Buffer) -> int:
        self.look_at_the_clock()  # gzip reads on while what it unpacks is empty
        return super().readinto(buffer)

    def look_at_the_clock(self) -> None:
        if time.thread_time() - self._began > _MAX_SECONDS:
            raise Refused(too_many(shown(self._path.name)))


class _Stream(io.RawIOBase):
    """What a gzip file unpacks to, forwards only.  Raises Refused beyond `MAX_UNPACKED`."""

    def __init__(self, path: Path, packed: BinaryIO) -> None:
        self._path = path
        self._unpacked = gzip.GzipFile(fileobj=packed, mode="rb")

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._unpacked.tell()

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= _MAX_READ:
            raise tarfile.ReadError("a header is too long")
        data = self._unpacked.read(size)
        if self.tell() > MAX_UNPACKED:
            raise Refused(unpacks_to_too_much(self._path))
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence != io.SEEK_SET or offset < self.tell():
            raise tarfile.ReadError("a header leads back")
        if offset > MAX_UNPACKED:
            raise Refused(unpacks_to_too_much(self._path))
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
