"""A folder as named files: links out of it, devices, pipes and strangers each become a sentence."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from grader import ledger
from grader.language import _
from grader.submission.layout import MAX_ENTRIES, Name, holds_one, too_many, usable
from grader.submission.source import (
    Member,
    Refused,
    Source,
    is_code,
    legible,
    not_handed_in,
    parse,
)


def members(folder: Path, exercises: Collection[str] = ()) -> dict[Name, Member]:
    """The files in `folder` and in folders within it; if it holds code itself, those within not if
    they are too many, and none but code where a file is named after one of the exercises.

    Raises Refused where there are too many, OSError where the folder cannot be read.
    """
    found: dict[Name, Member] = {}
    top: dict[Name, Member] = {}
    left: list[Name] = [()]
    seen = 0
    at_home = False
    while left:
        within = left.pop()
        try:
            entries = os.scandir(folder.joinpath(*within))
        except OSError:
            if within:
                continue
            raise
        with entries:
            for entry in entries:
                seen += 1
                if seen > MAX_ENTRIES and top:
                    return top
                if seen > MAX_ENTRIES:
                    raise Refused(too_many(_("The folder")))
                name = (*within, entry.name)
                if usable(name) and entry.is_dir(follow_symlinks=False) and not is_code(name[-1]):
                    left.append(name)
                elif usable(name) and (not at_home or is_code(name[-1])):
                    found[name] = _member(folder, name)
        if not within and any(is_code(name) for (name,) in found):
            top = dict(found)
            at_home = holds_one(top, exercises)
            if not exercises:
                break
    return found


def handed_out(folder: Path) -> set[str]:
    """All exercises that the course wrote into the folder, as its list there names them."""
    return {name.removesuffix(".ipynb") for name in ledger.read(folder)}


def load(path: Path, within: Path) -> Source:
    """The source in `path`, which must lie in `within` if it is a link."""
    name = legible(path.name)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        if path.is_symlink():
            said = _("{file} is a link to a file that does not exist.")
            return Source(name, problem=said.format(file=name))
        return not_handed_in(name)
    except OSError as error:
        return _unreadable(name, error)
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        os.close(descriptor)
        return Source(name, problem=_("{file} is not a regular file.").format(file=name))
    with os.fdopen(descriptor, "rb") as file:
        if path.is_symlink() and not _is_within(path, within):
            said = _("{file} is a link out of the submission.")
            return Source(name, problem=said.format(file=name))
        try:
            return parse(name, file, found.st_size)
        except OSError as error:
            return _unreadable(name, error)


def _unreadable(name: str, error: OSError) -> Source:
    said = _("{file} cannot be read: {reason}.")
    return Source(name, problem=said.format(file=name, reason=error.strerror))


def newest(path: Path, exercises: Collection[str] = ()) -> float:
    """When the file, or the newest of the `members` of the folder, was last written; seconds since
    1970.  A link is not followed.

    Raises OSError where `path` itself cannot be looked at.
    """
    found = path.lstat()
    times: list[float] = []
    if stat.S_ISDIR(found.st_mode):
        with suppress(OSError, Refused):  # as reading it will tell
            times = [member.modified for member in members(path, exercises).values()]
    return max(times, default=found.st_mtime)


def _member(folder: Path, name: Name) -> Member:
    path = folder.joinpath(*name)
    try:
        modified = os.lstat(path).st_mtime
    except OSError:  # gone meanwhile, as reading it will tell
        modified = 0.0
    return Member(modified, lambda: load(path, folder))


def _is_within(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False
