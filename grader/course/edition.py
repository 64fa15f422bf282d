"""Which edition of a course something was graded with: a hash of its files and the language."""

from __future__ import annotations

import hashlib

from grader.course.files import CATALOG, needed
from grader.course.loading import Course, Entry
from grader.language import ENGLISH

_FILES = ("reference.py", "checks.py", "mistakes.py")
"""What points and sentences depend on."""


def of_exercise(entry: Entry, language: str) -> str:
    """Another one means that results in this language are out of date.  Raises CourseError."""
    catalog = entry.folder / CATALOG.format(language)
    digest = hashlib.sha256(b"" if language == ENGLISH else language.encode())
    paths = [entry.folder / name for name in _FILES]
    for path in [*paths, *([catalog] if catalog.exists() else [])]:
        with needed(path):
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def of_course(course: Course, language: str) -> str:
    """Of all its exercises and their names."""
    parts = [f"{entry.id} {of_exercise(entry, language)}" for entry in course.entries]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
