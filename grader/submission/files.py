"""Reads what was handed in: a folder, one file, or an archive.

Each is a handful of named files (`folder`, `zipped`, `tarred`); which of them counts for which
exercise is decided here, once for all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from grader.language import _
from grader.submission import folder, tarred, zipped
from grader.submission.archive import Told
from grader.submission.choice import choose
from grader.submission.layout import ARCHIVES, FILES, OTHER_ARCHIVES, Name, base, suffix_of
from grader.submission.single import of_a_student
from grader.submission.source import (
    Member,
    Refused,
    Source,
    Submission,
    SubmissionError,
    Wanted,
    refused,
)
from grader.submission.unnamed import near_misses, stand_ins

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
    try:
        if path.is_dir():
            return _submission(path, wanted, folder.members(path), [])
        suffix = suffix_of(path.name)
        told = Told()
        if suffix == ".zip":
            with zipped.members(path, told) as members:
                return _submission(path, wanted, members, told.notes())
        if suffix in ARCHIVES:
            members = tarred.members(path, told)
            return _submission(path, wanted, members, told.notes())
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
    if path.stem in [w.id for w in wanted]:
        return Submission(path, {path.stem: source})
    found = of_a_student(path, source, wanted)
    if not found.sources:
        why = found.notes[0] if found.notes else _named_after(wanted)
        raise _foreign(path, why)
    return found


def _submission(
    path: Path, wanted: Sequence[Wanted], members: Mapping[Name, Member], notes: list[str]
) -> Submission:
    """The files that count, from those in the folder where the work lies."""
    at, note = base(members)
    files = {
        name[-1]: replace(member, load=cache(member.load))
        for name, member in members.items()
        if name[:-1] == at
    }
    notes = [*notes, *([note] if note else [])]
    sources: dict[str, Source] = {}
    for asked in wanted:
        sources[asked.id], found = choose(asked, files)
        notes += found
    found = _of_other_names(files, wanted, sources)
    siblings, more = _siblings(files, sources)
    return Submission(path, sources, siblings, [*notes, *found, *more])


def _of_other_names(
    files: Mapping[str, Member], wanted: Sequence[Wanted], sources: dict[str, Source]
) -> list[str]:
    """Put files that bear no exercise's name in the place of missing ones, as far as it is clear
    what they are for; what is to be said about it."""
    own = {f"{exercise}{suffix}" for exercise in sources for suffix in FILES}
    others = {name: member for name, member in files.items() if name not in own}
    counts, notes = stand_ins(others, [w for w in wanted if sources[w.id].missing])
    sources |= counts
    used = {source.filename for source in counts.values()}
    missing = [exercise for exercise, source in sources.items() if source.missing]
    return [*notes, *near_misses([name for name in others if name not in used], missing)]


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
