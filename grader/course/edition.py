"""Which edition of a course something was graded with: a hash of its files."""

from __future__ import annotations

import hashlib

from grader.course.loading import Course, CourseError, Entry

_FILES = ("reference.py", "checks.py", "mistakes.py")
"""What points and sentences depend on."""


def of_exercise(entry: Entry) -> str:
    """Another one means that results are out of date.  Raises CourseError."""
    digest = hashlib.sha256()
    for name in _FILES:
        path = entry.folder / name
        try:
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        except OSError as error:
            raise CourseError(f"{path}: {error.strerror}; the course needs this file") from None
    return digest.hexdigest()


def of_course(course: Course) -> str:
    """Of all its exercises and their names."""
    parts = [f"{entry.id} {of_exercise(entry)}" for entry in course.entries]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
