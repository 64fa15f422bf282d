"""`grader watch`.

What is heavy is imported where it is used: every command passes through this module.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from grader.command import (
    CourseOption,
    ExerciseOption,
    LanguageOption,
    course_to_name,
    failures_told,
    find_course,
)
from grader.language import use
from grader.program import program_name
from grader.sandbox import Limits, find_isolation, hide_memory


def watch(
    path: Annotated[Path, typer.Argument(help="A folder, or one <id>.py or <id>.ipynb.")] = Path(
        "exercises"
    ),
    exercise: ExerciseOption = None,
    course: CourseOption = None,
    lang: LanguageOption = "",
) -> None:
    """Grade what is saved, as soon as it is saved."""
    use(lang)
    with failures_told():
        hide_memory()
        chosen = find_course(course, exercise or [])

        from grader.watching.lanes import Lanes

        with Lanes(chosen, find_isolation(), Limits()) as lanes:
            # Done while the worker imports MXNet, SciPy for the laws' tails among it:
            import scipy.special  # noqa: F401  (the laws find it loaded)
            from rich.console import Console

            from grader.grading import PRACTICE_SEED
            from grader.report.again import Again
            from grader.watching.board import Board
            from grader.watching.keys import Keys
            from grader.watching.lines import Lines
            from grader.watching.screen import Screen
            from grader.watching.session import Session

            again = Again(program_name(), str(path), PRACTICE_SEED, course_to_name(course))
            console = Console()
            drawn = console.is_terminal and not console.is_dumb_terminal and sys.stdin.isatty()
            ended = Session(
                Board(chosen, str(path)),
                lanes,
                Screen(console, again) if drawn else Lines(console),
                Keys(sys.stdin.fileno()) if drawn else None,
                again,
            ).run()
    if ended:
        raise typer.Exit(128 + ended)
