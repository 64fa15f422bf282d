"""Reads what was handed in: a folder, one file, or an archive.

Each is a handful of named files (`folder`, `zipped`, `tarred`); which of them counts for which
exercise is decided once for all (`counting`).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from grader.language import _
from grader.spelling import near
from grader.submission import folder, tarred, zipped
from grader.submission.archive import Archive, Told, opened
from grader.submission.choice import safer
from grader.submission.counting import counted
from grader.submission.layout import ARCHIVES, OTHER_ARCHIVES, Name, exercise_of, suffix_of
from grader.submission.parts import parts
from grader.submission.single import asking_for
from grader.submission.source import (
    FILES,
    Member,
    Refused,
    Submission,
    SubmissionError,
    Wanted,
    is_code,
    not_handed_in,
    refused,
)
from grader.submission.unnamed import close, halves, strangers

_MOST_WITHIN = 2
"""Archives that are opened one within the other, in the one that was handed in: an archive may hold
itself."""


def read(path: Path, exercises: Iterable[Wanted | str]) -> Submission:
    """Read `path` for these exercises; an id alone is enough where stubs are of no interest.
    Unasked ones have their say, too, so that each counts for what it counts among all.

    An archive of which nothing can be read is a submission in which every exercise has the
    sentence that says why.  Raises SubmissionError if `path` does not exist, cannot be opened, or
    is a file of another kind or name.
    """
    wanted = [Wanted(asked) if isinstance(asked, str) else asked for asked in exercises]
    if not os.path.lexists(path):
        said = _("{path}: no such file or folder; give a folder or one <id>.py")
        raise SubmissionError(said.format(path=path))
    suffix = suffix_of(path.name)
    try:
        if path.is_dir():
            return _folder(path, wanted)
        if suffix in ARCHIVES:
            return _archive(path, wanted)
        if suffix in FILES:
            return _file(path, wanted)
    except Refused as problem:
        return refused(path, wanted, str(problem))
    except OSError as error:
        said = _("{path}: {reason}; make it readable").format(path=path, reason=error.strerror)
        raise SubmissionError(said) from None
    if suffix in OTHER_ARCHIVES:
        said = _("{path}: archives of the kind {suffix} are not read; make it a .zip or a .tar.gz")
        raise SubmissionError(said.format(path=path, suffix=suffix))
    kinds = _("give a folder, one <id>.py or <id>.ipynb, a .zip or a .tar.gz")
    raise _foreign(path, kinds)


def _named_after(path: Path, ids: Sequence[str]) -> str:
    said = _("it must be named after one, such as {name}, or define all that one asks for")
    likely = near(path.stem, ids) or ids or ["<id>"]
    return said.format(name=f"{likely[0]}.py")


def _foreign(path: Path, why: str) -> SubmissionError:
    said = _("{path}: not an exercise's file; {why}")
    return SubmissionError(said.format(path=path, why=why))


def _file(path: Path, wanted: Sequence[Wanted]) -> Submission:
    """One file: an exercise's by its name, or a student's by the stubs that it defines.

    If it counts for none that was asked about, as among all, it does as among these alone.
    """
    source = folder.load(path, path.parent)
    missing = {w.id: not_handed_in(f"{w.id}.py") for w in wanted if not w.unasked}
    named = exercise_of(path.name)
    if named in missing:
        return Submission(path, {named: source}, notes=safer(source, path.name))
    among = [] if named in [w.id for w in wanted] else wanted
    asked = [w for w in among if not w.unasked]
    [stranger] = strangers({source.filename: Member(0, lambda: source)})
    meant = close(source.filename, list(missing))
    name = source.filename
    counts, notes = asking_for(parts(source, among), source, name, among, meant)
    if missing.keys().isdisjoint(counts):
        counts, notes = asking_for(parts(source, asked), source, name, asked, meant)
    sources = {exercise: part for exercise, part in counts.items() if exercise in missing}
    partly, said = halves([stranger], asked, missing | sources)
    if not (sources | partly):
        if source.problem:
            raise SubmissionError(source.problem)
        raise _foreign(path, [*notes, _named_after(path, list(missing))][0])
    return Submission(path, sources | partly, notes=[*notes, *said])


def _folder(path: Path, wanted: Sequence[Wanted]) -> Submission:
    """A folder; where nothing but an archive lies in it, as some systems hand it on, that one."""
    exercises = {w.id for w in wanted} | folder.handed_out(path)
    members = folder.members(path, exercises)
    only = _only_archive(members)
    if only and not (inner := path.joinpath(*only)).is_symlink():
        return replace(_archive(inner, wanted), path=path, places={})
    return counted(path, wanted, members, exercises)


def _archive(path: Path, wanted: Sequence[Wanted]) -> Submission:
    """An archive; where nothing but another one lies in it, that one."""
    exercises = {w.id for w in wanted}
    told = Told()
    packed = opened(path)
    deeper = _MOST_WITHIN
    while True:
        open_it = zipped.members if suffix_of(packed.name) == ".zip" else tarred.members
        with open_it(packed, told) as members:
            only = _only_archive(members) if deeper else None
            inner = members[only] if only else None
            if not isinstance(inner, Archive):
                found = counted(path, wanted, members, exercises)
                return replace(found, notes=[*told.notes(), *found.notes])
            packed = inner.unpack()
        deeper -= 1


def _only_archive(members: Iterable[Name]) -> Name | None:
    """The only archive, where nothing else could be graded."""
    archives = [name for name in members if suffix_of(name[-1]) in ARCHIVES]
    alone = len(archives) == 1 and not any(is_code(name[-1]) for name in members)
    return archives[0] if alone else None
