"""A zip archive as named files, read where it lies and never unpacked.

Its list of contents is read only up to a bound, and so is all that it expands to; the standard
library looks at the rest.
"""

from __future__ import annotations

import io
import stat
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

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
from grader.submission.source import Member, Readable, Refused, Source, legible, parse

_MAX_DIRECTORY = 2 * 2**20
"""Bytes of the list of contents: 200 for each entry that an archive may have."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What every system packs with.  Others decide by themselves how much memory they take."""
_ENCRYPTED, _UTF_8 = 0x1, 0x800
_UNTOLD = ("utf-8", "gbk")
"""How names are encoded where an archive does not say so: on macOS, and on a Chinese Windows."""
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError),
    *(UnicodeDecodeError, OverflowError),
)
"""What the library raises where bytes make no sense."""


@contextmanager
def members(path: Path, told: Told) -> Iterator[dict[Name, Member]]:
    """The files in the archive while it is open; what was left out is added to `told`.

    Raises Refused, and OSError where the file cannot be opened.
    """
    with _Bounded(opened(path), "rb") as file:
        try:
            archive = zipfile.ZipFile(file)
            infos = archive.infolist()
        except _BROKEN as error:
            raise damaged(path, "zip", error) from None
        if len(infos) > MAX_ENTRIES:
            raise Refused(too_many(shown(path.name)))
        yield _members(path, archive, infos, told)


def _members(
    path: Path, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], told: Told
) -> dict[Name, Member]:
    reader = _Reader(path, archive)
    contents: dict[Name | None, set[tuple[int, int]]] = {}
    for info in infos:
        contents.setdefault(split(_filename(info)), set()).add((info.CRC, info.file_size))
    found: dict[Name, Member] = {}
    for info in infos:
        name = split(_filename(info))
        if name is None:
            told.leads_out(_filename(info))
        elif usable(name) and not info.is_dir():
            said = legible(name[-1])
            problem = twice(said, path) if len(contents[name]) > 1 else ""
            found[name] = reader.member(said, info, problem)
    return found


def _filename(info: zipfile.ZipInfo) -> str:
    """The entry's name.  The library takes what is not said to be UTF-8 for code page 437."""
    if info.flag_bits & _UTF_8:
        return info.filename
    for encoding in _UNTOLD:
        with suppress(UnicodeError):
            return info.filename.encode("cp437").decode(encoding)
    return info.filename


class _Reader:
    """Reads members of one archive; all that they expand to is counted."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._path = path
        self._archive = archive
        self._left = MAX_UNPACKED

    def member(self, name: str, info: zipfile.ZipInfo, problem: str) -> Member:
        """The file in `info`; with a `problem` it will not be read."""
        problem = problem or _problem(name, info)
        if problem:
            return Member(_modified(info), lambda: Source(name, problem=problem))
        return Member(_modified(info), lambda: self._load(name, info))

    def _load(self, name: str, info: zipfile.ZipInfo) -> Source:
        try:
            with self._archive.open(info) as packed:
                counted = _Counted(packed, self._left)
                try:
                    return parse(name, counted, info.file_size)
                finally:
                    self._left = counted.left
        except TooMuch:
            raise Refused(unpacks_to_too_much(self._path)) from None
        except _BROKEN as error:
            said = _("{file} is damaged in {archive} ({error}). Pack it again.")
            archive, why = shown(self._path.name), shown(str(error))
            return Source(name, problem=said.format(file=name, archive=archive, error=why))


class TooMuch(Exception):
    """An archive expands to more than is read of any."""


class _Counted:
    """A stream of which no more than `left` bytes are read.  Raises TooMuch."""

    def __init__(self, stream: Readable, left: int) -> None:
        self._stream = stream
        self.left = left

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self.left -= len(data)
        if self.left < 0:
            raise TooMuch
        return data


class _Bounded(io.FileIO):
    """The archive's file: its list of contents is asked for in one piece."""

    def read(self, size: int | None = -1) -> bytes:
        if size is not None and size > _MAX_DIRECTORY:
            raise Refused(too_many(_("The archive")))
        return super().read(-1 if size is None else size) or b""


def _problem(name: str, info: zipfile.ZipInfo) -> str:
    """Why the file cannot be read, as its entry says."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if info.flag_bits & _ENCRYPTED:
        return _("{file} is encrypted. Pack it without a password.").format(file=name)
    if info.compress_type not in _METHODS:
        said = _("{file} is packed with method {number}. Pack it as a usual zip.")
        return said.format(file=name, number=info.compress_type)
    if stat.S_ISLNK(kind):
        return _("{file} is a link. Pack the file itself.").format(file=name)
    if kind and not stat.S_ISREG(kind):
        return _("{file} is not a regular file.").format(file=name)
    return ""


def _modified(info: zipfile.ZipInfo) -> float:
    """In the time zone of whoever packed it, which is not known; only compared within it."""
    try:
        return time.mktime((*info.date_time, 0, 0, -1))
    except (OverflowError, ValueError):
        return 0.0
