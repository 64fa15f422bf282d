"""A class's folder becomes attempts: who handed in what, and when.

One entry is one attempt: a folder, a file or an archive, named after the student.  More attempts
of one student have a number or a date behind an `@`: `ada@2.zip`, `ada@2026-11-24.zip`.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from itertools import groupby
from pathlib import Path

from grader.language import _, joined
from grader.report import words
from grader.submission import Source, Submission, SubmissionError, Wanted, read, refused
from grader.submission.folder import newest
from grader.submission.layout import shown, suffix_of, usable
from grader.submission.source import not_handed_in

_LABEL = re.compile(r"@\d[^@]*$")
"""A number or a date; `ada@example.org` is a name."""
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_LATEST = datetime.max.replace(tzinfo=timezone.utc)


@dataclass(frozen=True)
class Attempt:
    """One entry of a class's folder."""

    student: str
    name: str
    """The entry's: `ada@2.zip`."""
    path: Path
    received: datetime
    """In UTC: when the file, or the newest one in the folder, was written; but later than the
    attempt before it by its number or date, for copying a file may give it any time."""


@dataclass(frozen=True)
class Intake:
    """All attempts, by student and time; and what is to be said about the folder."""

    attempts: list[Attempt]
    notes: list[str]


def attempts(folder: Path, exercises: Collection[str] = ()) -> Intake:
    """Take in what lies in `folder`; nothing is read yet.

    Raises SubmissionError if it is missing, unreadable, or holds no submission, or if it is one
    itself: if most of what lies in it is named after `exercises`.
    """
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208  (Path.iterdir tells nothing more)
    except OSError as error:
        said = _("{folder}: {reason}; give the folder that holds one entry for each student")
        raise SubmissionError(said.format(folder=folder, reason=error.strerror)) from None
    found: list[Attempt] = []
    notes: list[str] = []
    for name in filter(lambda name: usable((name,)), names):
        path = folder / name
        if not os.path.isdir(path) and not suffix_of(name):  # noqa: PTH112  (it never raises)
            notes.append(_stranger(path))
            continue
        try:
            received = _time(newest(path, exercises))
        except OSError as error:
            received = _EPOCH
            said = _("{file} cannot be looked at: {reason}.")
            notes.append(said.format(file=shown(_text(name)), reason=error.strerror))
        found.append(Attempt(_student(path), _text(name), path, received))
    if not found:
        said = _(
            "{folder}: no submission lies here; put in one folder, file or archive for each "
            "student, such as ada.zip"
        )
        raise SubmissionError(said.format(folder=folder))
    named = sum(attempt.student in exercises for attempt in found)
    if named > 1 and 2 * named > len(found):
        said = _(
            "{folder}: what lies here is named after exercises, as one student's work is; "
            "give the folder that holds one entry for each student"
        )
        raise SubmissionError(said.format(folder=folder))
    found = sorted(_in_order(found), key=lambda a: (a.student, a.received, a.name))
    return Intake(found, notes + _doubles(found))


def _in_order(found: Sequence[Attempt]) -> Iterator[Attempt]:
    """The attempts with their times in the order of their numbers and dates."""
    last: Attempt | None = None
    for attempt in sorted(found, key=lambda a: (a.student, _number(a), a.received)):
        received = attempt.received
        if _number(attempt) and last and last.student == attempt.student and _number(last):
            after = last.received + min(timedelta.resolution, _LATEST - last.received)
            received = max(received, after)
        last = replace(attempt, received=received)
        yield last


def _number(attempt: Attempt) -> tuple[int, ...]:
    """The numbers behind the `@`; none if there is no label."""
    label = _LABEL.search(_stem(attempt.path))
    return tuple(map(int, re.findall("[0-9]+", label[0]))) if label else ()


def entry(attempt: Attempt) -> str:
    """The entry's name as it is told: beside `ada.zip`, the folder `ada` has a slash."""
    name = shown(attempt.name)
    return f"{name}/" if os.path.isdir(attempt.path) else name  # noqa: PTH112  (as above)


def submission(attempt: Attempt, wanted: Sequence[Wanted]) -> Submission:
    """What was handed in, for all exercises of the course.

    An attempt that cannot be read at all has the sentence that says why in every exercise: it is
    graded, with no points, and nothing is lost.  So it is with a link, which may lead to another's
    work.
    """
    if attempt.path.is_symlink():
        said = _("{file} is a link. Hand in the folder or the file itself.")
        return refused(attempt.path, wanted, said.format(file=shown(attempt.name)))
    try:
        found = read(attempt.path, wanted)
    except SubmissionError as error:
        # It begins with the path, in any language: where the class lies is no student's business.
        said = words.without_stop(str(error).replace(str(attempt.path), shown(attempt.name), 1))
        return refused(attempt.path, wanted, _("{sentence}.").format(sentence=said))
    missing = {w.id: _missing(w) for w in wanted if not w.unasked and w.id not in found.sources}
    return Submission(found.path, found.sources | missing, found.siblings, found.notes)


def _missing(asked: Wanted) -> Source:
    return not_handed_in(f"{asked.id}.py")


def _student(path: Path) -> str:
    """The entry's name without its ending and its label, in one Unicode form: one student, whose
    name may have been typed on several systems, is one student."""
    stem = _stem(path)
    return _LABEL.sub("", stem) or stem


def _stem(path: Path) -> str:
    name = path.name
    ending = "" if os.path.isdir(path) else suffix_of(name)  # noqa: PTH112  (as above)
    return _text(name[: len(name) - len(ending)])


def _text(name: str) -> str:
    """A file's name as text that can be kept: composed, and without undecodable bytes."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", text)


def _time(seconds: float) -> datetime:
    """Clamped to what a datetime can hold: anybody can set a file's time."""
    try:
        return _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return _LATEST if seconds > 0 else _EPOCH


def _stranger(path: Path) -> str:
    name = shown(_text(path.name))
    if path.is_symlink() and not path.exists():
        return _("{file} is a link to nothing: left out.").format(file=name)
    if path.is_symlink():
        said = _("{file} is a link: left out. Hand in the folder or the file itself.")
        return said.format(file=name)
    said = _("{file} is no submission: neither a folder nor a .py, .ipynb, .zip or .tar.gz.")
    return said.format(file=name)


def _doubles(found: Sequence[Attempt]) -> list[str]:
    """Students with several entries that do not say which attempt they are."""
    notes = []
    for student, own in groupby(found, key=lambda attempt: attempt.student):
        entries = list(own)
        if sum(_stem(attempt.path) == student for attempt in entries) > 1:
            said = _("{student} has {number} entries ({listed}): the latest, {name}, counts.")
            notes.append(
                said.format(
                    student=shown(student),
                    number=len(entries),
                    listed=joined(map(entry, entries)),
                    name=entry(entries[-1]),
                )
            )
    return notes
