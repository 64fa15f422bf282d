"""The way back: an exercise's stub is restored, and the work that stood there is kept beside it."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from grader.course import stubs
from grader.course.loading import Course
from grader.submission import SubmissionError


def reset(course: Course, exercise: str, folder: Path) -> str:
    """Write the stub of `exercise` into `folder`; return a sentence that says what was done.

    The old work goes to `softmax.py.1`, or to the first number that is free.  No file of such a
    name is graded or imported, for it does not end in `.py`.  Raises CourseError for an unknown
    exercise, SubmissionError where no file can be put, OSError where none can be written.
    """
    entry = course.entry(exercise)
    path = folder / entry.filename
    if not folder.is_dir():
        raise SubmissionError(f"there is no folder {folder}; grader course stubs writes one")
    if path.is_dir():
        raise SubmissionError(f"{path} is a folder: move it away, the stub belongs there")
    notebook = path.with_suffix(".ipynb")
    worked_in = notebook.exists() and not stubs.is_as_written(notebook, notebook.name)
    beside = f" {notebook} stays as it is, and may count instead." if worked_in else ""
    if path.is_file() and path.read_bytes() == stubs.stub(entry).encode():
        return f"{path} is the stub already.{beside}"
    kept = _set_aside(path) if os.path.lexists(path) else None
    stubs.write(course.only([exercise]), folder)
    where = f"; your work is kept in {kept}, which is never graded" if kept else ""
    return f"{path} is the stub again{where}.{beside}"


def _set_aside(path: Path) -> Path:
    """Move the file to a name of its own beside it; never over another file."""
    for number in count(1):
        beside = path.with_name(f"{path.name}.{number}")
        try:
            beside.touch(exist_ok=False)  # reserves the name
        except FileExistsError:
            continue
        try:
            path.replace(beside)
        except OSError:
            beside.unlink()
            raise
        return beside
    raise AssertionError  # numbers do not end
