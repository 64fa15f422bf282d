"""Reads what was handed in: a folder, one file, or an archive.

Each is a handful of named files (`folder`, `zipped`, `tarred`); which of them counts for which
exercise is decided here, once for all.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from grader.language import _
from grader.submission import folder, tarred, zipped
from grader.submission.archive import Told
from grader.submission.choice import choose
from grader.submission.layout import (
    ARCHIVES,
    OTHER_ARCHIVES,
    Name,
    Place,
    exercise_of,
    paths_listed,
    places,
    suffix_of,
)
from grader.submission.single import of_a_student
from grader.submission.source import (
    FILES,
    KINDS,
    Member,
    Refused,
    Source,
    Submission,
    SubmissionError,
    Wanted,
    is_code,
    legible,
    refused,
)
from grader.submission.unnamed import stand_ins

MAX_SIBLINGS = 64
MAX_SIBLING_BYTES = 4 * 2**20
"""All of them together: they travel to the worker with each exercise, in one message of 8 MiB."""


def read(path: Path, exercises: Iterable[Wanted | str]) -> Submission:
    """Read `path` for these exercises; an id alone is enough where stubs are of no interest.

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
    raise _foreign(path, _named_after(wanted))


def _named_after(wanted: Sequence[Wanted]) -> str:
    listed = ", ".join(f"{w.id}.py" for w in wanted)
    said = _("it must be named after one: {listed}; or define all that one asks for")
    return said.format(listed=listed)


def _foreign(path: Path, why: str) -> SubmissionError:
    said = _("{path}: not an exercise's file; {why}")
    return SubmissionError(said.format(path=path, why=why))


def _file(path: Path, wanted: Sequence[Wanted]) -> Submission:
    """One file: an exercise's by its name, or a student's by the stubs that it defines."""
    source = folder.load(path, path.parent)
    named = exercise_of(path.name)
    if named in [w.id for w in wanted]:
        return Submission(path, {named: source})
    found = of_a_student(path, source, wanted)
    if not found.sources:
        why = found.notes[0] if found.notes else _named_after(wanted)
        raise _foreign(path, why)
    return found


def _folder(path: Path, wanted: Sequence[Wanted]) -> Submission:
    """A folder; where nothing but one archive lies in it, as some systems hand it on, the archive.

    An archive within that one is not opened.
    """
    exercises = {w.id for w in wanted} | folder.handed_out(path)
    members = folder.members(path, exercises)
    archives = [name for name in members if suffix_of(name[-1]) in ARCHIVES]
    if len(archives) == 1 and not any(is_code(name[-1]) for name in members):
        inner = path.joinpath(*archives[0])
        if not inner.is_symlink():
            return replace(_archive(inner, wanted), path=path, places={})
    return _submission(path, wanted, members, exercises)


def _archive(path: Path, wanted: Sequence[Wanted]) -> Submission:
    exercises = {w.id for w in wanted}
    told = Told()
    if suffix_of(path.name) == ".zip":
        with zipped.members(path, told) as members:
            found = _submission(path, wanted, members, exercises)
    else:
        found = _submission(path, wanted, tarred.members(path, told), exercises)
    return replace(found, notes=[*told.notes(), *found.notes])


def _submission(
    path: Path,
    wanted: Sequence[Wanted],
    members: Mapping[Name, Member],
    exercises: Collection[str],
) -> Submission:
    """The files that count, from the likeliest place in which any does.  The course has these
    `exercises`, of which some are wanted."""
    tried = []
    for place in places(members, exercises):
        at, notes = _without_doubles(place, members)
        files = {name: _renamed(members[at[name]], name) for name in at}
        found = _placed(path, wanted, files, exercises)
        located = {legible(name): at[name] for name in at}
        tried.append(replace(found, notes=[*notes, *found.notes], places=located))
        if not all(source.missing for source in found.sources.values()):
            return tried[-1]
    return tried[0]


def _without_doubles(
    place: Place, members: Mapping[Name, Member]
) -> tuple[dict[str, Name], list[str]]:
    """The files of the place; of helpers in several folders one, if all are the same."""
    files = dict(place.files)
    for name, several in list(place.doubles.items())[:MAX_SIBLINGS]:
        first, *others = (members[at].load() for at in several)
        if all(other == first for other in others):
            files[name] = several[0]
    differ = [(name,) for name in place.doubles if name not in files and name != "__init__.py"]
    if not differ:
        return files, place.notes
    said = _("Cannot be imported, for files of that name in several folders differ: {listed}.")
    return files, [*place.notes, said.format(listed=paths_listed(differ))]


def _renamed(member: Member, name: str) -> Member:
    return replace(member, load=cache(lambda: replace(member.load(), filename=legible(name))))


def _placed(
    path: Path,
    wanted: Sequence[Wanted],
    files: Mapping[str, Member],
    exercises: Collection[str],
) -> Submission:
    """What counts of the files in one place."""
    sources: dict[str, Source] = {}
    notes: list[str] = []
    for asked in wanted:
        sources[asked.id], found = choose(asked, files)
        notes += found
    own = {f"{exercise}{suffix}" for exercise in exercises for suffix in KINDS}
    others = {name: files[name] for name in files if name not in own}
    counts, found = stand_ins(others, wanted, sources)
    sources |= counts
    siblings, more = _siblings(files, sources)
    return Submission(path, sources, siblings, [*notes, *found, *more])


def _siblings(
    files: Mapping[str, Member], exercises: Iterable[str]
) -> tuple[dict[str, str], list[str]]:
    """The Python files, exercises' before others, as far as they may travel; and a note."""
    own = [name for name in (f"{exercise}.py" for exercise in exercises) if name in files]
    names = [name for name in sorted(files) if name.endswith(".py") and name not in own]
    siblings: dict[str, str] = {}
    size = left_out = 0
    for name in filter(str.isprintable, own + names):  # no import could name another
        if size > MAX_SIBLING_BYTES or len(siblings) >= MAX_SIBLINGS:
            left_out += 1
        elif text := files[name].load().text:
            size += len(text.encode())
            if size > MAX_SIBLING_BYTES:
                left_out += 1
            else:
                siblings[name] = text
    more = _("{number} more Python files cannot be imported: there are too many.")
    return siblings, [more.format(number=left_out)] if left_out else []
