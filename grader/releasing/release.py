"""Putting a student's copy together."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from grader.course import notebooks, stubs
from grader.course.loading import ANSWERS, Course, CourseError, load
from grader.grading import Grader, JobCache
from grader.grading.released import encode
from grader.language import ENGLISH
from grader.releasing import answers, courses, files, leaks
from grader.worker.pool import Pool


def release(
    course: Course,
    folder: Path,
    pool: Pool,
    tell: Callable[[int, int], None] | None = None,
    *,
    language: str = ENGLISH,
) -> float:
    """Write the students' copy of a course, which was read in English; return its points.

    It holds stubs and notebooks in the `language`, the grader, the checks that are not hidden with
    all their translations, and answer keys for the practice seed on the CPU, which `pool`
    computes; `tell` hears how many of how many exercises have theirs.

    Raises CourseError, ReferenceFailed and WorkerFailed, and OSError where `folder` is a file, is
    not empty or cannot be written; then nothing is left of it.
    """
    if folder.exists() and not folder.is_dir():
        raise FileExistsError(f"{folder} is a file: name a new folder for the release")
    if folder.is_dir() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty: name a new folder for the release")
    shown = courses.visible(course)
    partial = folder.resolve().with_name(f".{folder.resolve().name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        courses.write(shown, partial / "course")
        files.write(partial)
        spoken = load(partial / "course", language)
        stubs.write(spoken, partial / "exercises")
        notebooks.write(spoken, partial / "exercises")
        write_keys(shown, partial / "course", pool, tell)
        if found := list(leaks.find(course, partial)):
            more = f" (and {len(found) - 1} more)" if found[1:] else ""
            raise CourseError(
                f"the students' copy would give a solution away{more}: {found[0]}; "
                "write that file otherwise"
            )
        if folder.is_dir():
            folder.rmdir()
        partial.replace(folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return sum(entry.exercise.points for entry in shown.entries)


def write_keys(
    shown: Course, folder: Path, pool: Pool, tell: Callable[[int, int], None] | None = None
) -> None:
    """Write the answer key of each exercise of a visible course into its folder in `folder`."""
    grader = Grader(shown, pool, cache=JobCache())
    for entry in shown.entries:
        answers.begin(grader, entry)
    for number, entry in enumerate(shown.entries, 1):
        key = encode(answers.answers(grader, entry))
        (folder / entry.id / ANSWERS).write_bytes(key)
        if tell:
            tell(number, len(shown.entries))
