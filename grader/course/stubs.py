"""`exercises/` is written from the references: what a student writes becomes a stub.

A reference marks the student's part with the comments `# solution: begin` and
`# solution: end`; each such part becomes `raise NotImplementedError`.  Work is never
overwritten: the hash of each stub as it was written is kept in `exercises/.stubs.json`, and a
file that no longer has it was edited, unless it is the stub in another language.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from enum import Enum
from pathlib import Path

from grader import ledger
from grader.course import translating
from grader.course.files import say_of
from grader.course.loading import Course, CourseError, Entry
from grader.language import ENGLISH, LANGUAGES
from grader.saving import replace

BEGIN, END = "# solution: begin", "# solution: end"
"""What a reference marks the student's part with."""


class Written(Enum):
    """What became of one stub."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    """It holds somebody's work and stays as it is."""


def stub(entry: Entry, language: str = "") -> str:
    """The text of `exercises/<id>.py`, in the course's language unless another is given.

    Raises CourseError if the marks do not pair.
    """
    return _in(language or entry.language, entry, _english(entry))


def solution(entry: Entry) -> str:
    """The reference for who has solved the exercise, in the course's language."""
    return _in(entry.language, entry, entry.reference)


def languages(course: Course) -> list[str]:
    """Those in which stubs can be written, the course's own first."""
    return sorted(LANGUAGES, key=lambda language: language != course.language)


def _in(language: str, entry: Entry, english: str) -> str:
    if language == ENGLISH:
        return english
    return translating.docstrings(english, say_of(entry.folder, language))


def _english(entry: Entry) -> str:
    if entry.released:
        return entry.reference
    lines: list[str] = []
    inside = False
    found = False
    for number, line in enumerate(entry.reference.splitlines(), 1):
        mark = line.strip()
        if mark in (BEGIN, END):
            if inside is (mark == BEGIN):
                raise CourseError(f"{entry.id}/reference.py, line {number}: unpaired {mark!r}")
            inside = mark == BEGIN
            if inside:
                found = True
                lines.append(line.partition("#")[0] + "raise NotImplementedError")
        elif not inside:
            lines.append(line)
    if inside or not found:
        raise CourseError(f"{entry.id}/reference.py: mark the solution with {BEGIN!r}, {END!r}")
    return "\n".join(lines) + "\n"


def write(course: Course, folder: Path, *, force: bool = False) -> dict[str, Written]:
    """Write every stub into `folder`; edited ones only with `force`.  Returns what was done."""
    texts = {
        e.id: (e.filename, [stub(e, language) for language in languages(course)])
        for e in course.entries
    }
    return write_texts(texts, folder, force=force)


def write_texts(
    texts: Mapping[str, tuple[str, Sequence[str]]], folder: Path, *, force: bool
) -> dict[str, Written]:
    """Write files under their keys in the ledger; edited ones only with `force`.

    Each has a name, the text to write, and the same text in other languages, which is no edit.
    Returns what was done with each.
    """
    folder.mkdir(parents=True, exist_ok=True)
    listed = ledger.read(folder)
    done = {}
    for key, (filename, spoken) in texts.items():
        data, *others = map(str.encode, spoken)
        known = {listed.get(key, ""), *map(_hash, others)}
        done[key] = _write_one(folder / filename, data, known, force=force)
        if done[key] is not Written.KEPT:
            listed[key] = _hash(data)
    text = json.dumps(listed, indent=1, sort_keys=True)
    replace(folder / ledger.NAME, f"{text}\n".encode())
    return done


def left_over(folder: Path, names: Collection[str]) -> list[Path]:
    """Files that were written here once and are none of these `names`: their exercise is gone."""
    known = (key if "." in key else f"{key}.py" for key in ledger.read(folder))
    return [
        folder / name for name in sorted(known) if name not in names and (folder / name).exists()
    ]


def is_as_written(path: Path, key: str) -> bool:
    """Whether the file is as it was written here last, and holds nobody's work."""
    known = ledger.read(path.parent).get(key)
    return path.is_file() and _hash(path.read_bytes()) == known


def _write_one(path: Path, data: bytes, known: set[str], *, force: bool) -> Written:
    try:
        present = path.read_bytes()
    except FileNotFoundError:
        replace(path, data)
        return Written.CREATED
    if present == data:
        return Written.UNCHANGED
    if _hash(present) not in known and not force:
        return Written.KEPT
    replace(path, data)
    return Written.UPDATED


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
