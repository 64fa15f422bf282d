"""The way back: an exercise's stub is restored, and the work that stood there is kept beside it."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from grader.course import stubs
from grader.course.loading import Course
from grader.language import _
from grader.submission import SubmissionError


def reset(course: Course, exercise: str, folder: Path) -> str:
    """Write the stub of `exercise` into `folder`; return a sentence that says what was done.

    A stub in another language is replaced by the one in the course's, for it holds no work.
    The old work goes to `softmax.py.1`, or to the first number that is free.  No file of such a
    name is graded or imported, for it does not end in `.py`.  Raises CourseError for an unknown
    exercise, SubmissionError where no file can be put, OSError where none can be written.
    """
    entry = course.entry(exercise)
    path = folder / entry.filename
    if not folder.is_dir():
        said = _("there is no folder {folder}; grader course stubs writes one")
        raise SubmissionError(said.format(folder=folder))
    if path.is_dir():
        said = _("{path} is a folder: move it away, the stub belongs there")
        raise SubmissionError(said.format(path=path))
    notebook = path.with_suffix(".ipynb")
    worked_in = notebook.exists() and not stubs.is_as_written(notebook, notebook.name)
    beside = ""
    if worked_in:
        stays = _("{notebook} stays as it is, and may count instead.")
        beside = " " + stays.format(notebook=notebook)
    present = path.read_bytes() if path.is_file() else b""
    handed_out = [stubs.stub(entry, language).encode() for language in stubs.languages(course)]
    if present == handed_out[0]:
        return _("{path} is the stub already.").format(path=path) + beside
    is_work = os.path.lexists(path) and present not in handed_out
    kept = _set_aside(path) if is_work else None
    stubs.write(course.only([exercise]), folder)
    done = _("{path} is the stub again.")
    if kept:
        done = _("{path} is the stub again; your work is kept in {kept}, which is never graded.")
    return done.format(path=path, kept=kept) + beside


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
