"""A zip archive as named files, read where it lies and never unpacked to a disk.

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
from functools import cache

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
def members(packed: Packed, told: Told) -> Iterator[dict[Name, Member]]:
    """The files in the archive while it is open; what was left out is added to `told`.

    Raises Refused.
    """
    with _Bounded(packed.file) as file:
        try:
            archive = zipfile.ZipFile(file)
            infos = archive.infolist()
        except _BROKEN as error:
            raise damaged(packed, "zip", error) from None
        if len(infos) > MAX_ENTRIES:
            raise Refused(too_many(shown(packed.name)))
        yield _members(packed, archive, infos, told)


def _members(
    packed: Packed, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], told: Told
) -> dict[Name, Member]:
    reader = _Reader(packed, archive)
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
            problem = twice(said, packed) if len(contents[name]) > 1 else ""
            found[name] = reader.member(said, info, problem or _problem(said, info))
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

    def __init__(self, packed: Packed, archive: zipfile.ZipFile) -> None:
        self._packed = packed
        self._archive = archive

    def member(self, name: str, info: zipfile.ZipInfo, problem: str) -> Member:
        """The file in `info`; with a `problem` it will not be read."""
        modified = _modified(info)
        if suffix_of(name) in ARCHIVES:
            return Archive(
                modified, lambda: Source(name), lambda: self._unpack(name, info, problem)
            )
        if problem:
            return Member(modified, lambda: Source(name, problem=problem))
        return Member(modified, cache(lambda: self._load(name, info)))

    def _load(self, name: str, info: zipfile.ZipInfo) -> Source:
        try:
            with self._archive.open(info) as packed:
                return parse(name, _Counted(packed, self._packed.allowance), info.file_size)
        except _BROKEN as error:
            return Source(name, problem=self._damaged(name, error))

    def _unpack(self, name: str, info: zipfile.ZipInfo, problem: str) -> Packed:
        if info.file_size > MAX_HELD:
            problem = problem or too_large_to_hold(name)
        if problem:
            raise Refused(problem)
        allowance = self._packed.allowance
        try:
            with self._archive.open(info) as packed:
                return Packed(name, held(_Counted(packed, allowance)), allowance)
        except _BROKEN as error:
            raise Refused(self._damaged(name, error)) from None

    def _damaged(self, name: str, error: Exception) -> str:
        said = _("{file} is damaged in {archive} ({error}). Pack it again.")
        archive, why = shown(self._packed.name), shown(str(error))
        return said.format(file=name, archive=archive, error=why)


class _Counted:
    """A stream of which no more is read than is allowed."""

    def __init__(self, stream: Readable, allowance: Allowance) -> None:
        self._stream = stream
        self._allowance = allowance

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._allowance.take(len(data))
        return data


class _Bounded(io.BufferedReader):
    """The archive's file: its list of contents is asked for in one piece."""

    def read(self, size: int | None = -1) -> bytes:
        if size is not None and size > _MAX_DIRECTORY:
            raise Refused(too_many(_("The archive")))
        return super().read(-1 if size is None else size)


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
