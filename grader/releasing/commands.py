"""`grader course release` and `grader submit`: the way out to students, and back.

What is heavy is imported where it is used: `grader grade` passes through this module too.
"""

from __future__ import annotations

from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer

from grader.command import (
    CourseOption,
    ExerciseOption,
    LanguageOption,
    course_folder,
    failures_told,
    find_course,
)
from grader.course.loading import load
from grader.language import ENGLISH, _, joined, spoken, use
from grader.report import words
from grader.sandbox import Limits, find_isolation
from grader.saying import say
from grader.worker.pool import Pool


def release(
    folder: Annotated[Path, typer.Argument(help="A new folder, for the students' copy.")],
    course: CourseOption = None,
    exercise: ExerciseOption = None,
    lang: LanguageOption = "",
) -> None:
    """Write the students' copy: stubs, notebooks, grader, checks, answer keys; no solutions."""
    use(lang)
    with failures_told(work=False):
        chosen = load(course_folder(course), ENGLISH).only(exercise or [])
        with Pool(find_isolation(), Limits()) as pool:
            from rich.console import Console

            from grader.releasing.release import release as write

            console = Console(stderr=True)
            with console.status(_("Starting MXNet")) as status:
                progressed = _("{done} of {all} answer keys written")
                # Where there is no terminal to draw in, a line for each.
                say = status.update if console.is_terminal else console.print
                points = write(
                    chosen,
                    folder,
                    pool,
                    lambda done, of: say(progressed.format(done=done, all=of)),
                    language=spoken(),
                )
    written = _("{folder}: written, {exercises} exercises of {points} points")
    number = len(chosen.entries)
    typer.echo(written.format(folder=folder, exercises=number, points=words.number(points)))


def _login() -> str:
    """The login name; empty, which names no file, where the system knows none."""
    try:
        return getuser()
    except KeyError:
        return ""


def submit(
    path: Annotated[Path, typer.Argument(help="The folder with your exercises.")] = Path(
        "exercises"
    ),
    name: Annotated[
        str, typer.Option(help="Yours, as your teacher knows it; the login name by default.")
    ] = "",
    into: Annotated[Path, typer.Option(help="Where to write the archive.")] = Path(),
    course: CourseOption = None,
    lang: LanguageOption = "",
) -> None:
    """Pack your work into one archive, NAME.zip, to be handed in."""
    use(lang)
    with failures_told():
        from grader.grading.jobs import wanted
        from grader.releasing import handing_in

        chosen = find_course(course, [])
        student = name or _login()
        replaces = handing_in.destination(student, into).exists()
        target, manifest = handing_in.pack(path, wanted(chosen), student, into)
    started = [file.exercise for file in manifest.files if file.exercise and file.started]
    packed = _("{path}: {started} of {all} exercises: {listed}")
    say(
        packed.format(
            path=target,
            started=len(started),
            all=len(chosen.entries),
            listed=joined(started),
        )
    )
    if replaces:
        say(_("An archive of that name was there; it is replaced."))
    for why in manifest.left_out:
        say(_("Not in it: {why}").format(why=why))
    for note in manifest.notes:
        say(note)
