"""What all commands share: common options, the course, and how failures are told.

Exit status: 0 graded, whatever the score (1 if it is under `--fail-under`); 2 the request is
wrong; 3 the grader itself or the course failed, which is never charged to a student.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from grader.course.files import NotInCourse
from grader.course.loading import Course, load, nearest
from grader.devices import choice
from grader.failure import InnocentError, ToldError
from grader.language import _, choose
from grader.report.words import from_here
from grader.saying import say

CourseOption = Annotated[
    Path | None, typer.Option("--course", help="The folder with course.toml.", show_default=False)
]
SeedOption = Annotated[
    int | None, typer.Option(help="Seeds inputs and draws.", min=0, max=2**63 - 1)
]


def _device(names: list[str] | None) -> list[str] | None:
    try:
        return names and [choice.check(name) for name in names]
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _language(name: str) -> str:
    try:
        return name and choose(name)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


ExerciseOption = Annotated[
    list[str] | None, typer.Option("--exercise", help="This exercise only; may be repeated.")
]
LanguageOption = Annotated[
    str,
    typer.Option(
        "--lang",
        help="en, or zh_CN for Chinese; the locale's by default.",
        callback=_language,
        show_default=False,
    ),
]
DeviceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--device",
        help="cpu, cpu:1, gpu, or auto: the CPU, and a GPU that MXNet can use; may be repeated.",
        callback=_device,
        show_default=False,
    ),
]


def find_course(folder: Path | None, only: list[str]) -> Course:
    """All of the course in `folder`, or the exercises `only`, by their ids or files' names."""
    return load(course_folder(folder)).only(only)


def with_references(course: Course) -> Course:
    """The course itself.  Raises NotInCourse where it is a student's copy."""
    if any(entry.released for entry in course.entries):
        raise NotInCourse(
            f"{course.folder}: this is a student's copy, in which no references are; "
            "name the course itself with --course"
        )
    return course


def course_folder(given: Path | None) -> Path:
    """The folder that was given, ./solutions, ./course, or what came with the grader."""
    return given or nearest(Path())


def course_to_name(folder: Path | None) -> str:
    """The course's folder, as `--course` has to say it; empty where commands find it by
    themselves."""
    if folder is None or folder.resolve() == course_folder(None).resolve():
        return ""
    return from_here(str(folder))


@contextmanager
def failures_told(*, work: bool = True) -> Iterator[None]:
    """What may go wrong becomes one sentence and an exit status.

    `work`: whether somebody's is looked at, who then hears that it is not to blame.
    """
    try:
        yield
    except BrokenPipeError:  # whoever read the report has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except ToldError as error:
        say(f"grader: {error}", err=True)
        if error.innocent:
            _acquit(work=work)
        sys.exit(error.status)
    except OSError as error:  # of a file that was named
        say(f"grader: {error}", err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception:  # noqa: BLE001  (whatever it is, it is ours)
        traceback.print_exc()
        ours = _("this is a fault of the grader. Please report it.")
        say(f"grader: {ours}", err=True)
        _acquit(work=work)
        sys.exit(InnocentError.status)


def _acquit(*, work: bool) -> None:
    if work:
        say(_("This is not the submission's fault."), err=True)
