"""`grader gradescope-zip`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from grader.command import (
    CourseOption,
    LanguageOption,
    SeedOption,
    failures_told,
    find_course,
    with_references,
)
from grader.language import _, use
from grader.report import words


def gradescope_zip(
    out: Annotated[Path, typer.Argument(help="Where to write the archive.")],
    course: CourseOption = None,
    minutes: Annotated[
        int, typer.Option(help="The assignment's time limit on Gradescope.", min=2, max=40)
    ] = 10,
    seed: SeedOption = None,
    lang: LanguageOption = "",
) -> None:
    """Build an autograder for Gradescope; it holds the solutions, and a secret seed."""
    use(lang)
    with failures_told(work=False):
        from grader.gradescope import archive

        old = archive.seed_in(out)
        chosen = with_references(find_course(course, []))
        points = archive.build(chosen, out, minutes=minutes, seed=seed)
        written = _("{path}: written. Set the assignment's autograder points to {points}.")
        typer.echo(written.format(path=out, points=words.number(points)))
        if old is not None:
            replaced = _(
                "It replaces an archive with the seed {seed}: --seed {seed} makes one again that "
                "grades as that did."
            )
            typer.echo(replaced.format(seed=old))
