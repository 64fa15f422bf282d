"""`grader course ...`: the commands for a course's authors."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from grader.command import (
    CourseOption,
    LanguageOption,
    course_folder,
    failures_told,
    find_course,
)
from grader.language import ENGLISH, use
from grader.sandbox import Limits, find_isolation
from grader.worker.pool import Pool

course_app = typer.Typer(help="For the course's authors.", no_args_is_help=True)


@course_app.command()
def stubs(
    folder: Annotated[Path, typer.Argument(help="Where to write them.")] = Path("exercises"),
    course: CourseOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite edited stubs.")] = False,
    lang: LanguageOption = "",
) -> None:
    """Write the students' stubs and notebooks from the references; edited ones are kept."""
    use(lang)
    with failures_told():
        from grader.course import notebooks
        from grader.course import stubs as writing

        chosen = find_course(course, [])
        written = writing.write(chosen, folder, force=force)
        done = {chosen.entry(name).filename: what for name, what in written.items()}
        done |= notebooks.write(chosen, folder, force=force)
        for name, what in done.items():
            if what is not writing.Written.UNCHANGED:
                typer.echo(f"{folder / name}: {what.value}")
        kept = [name for name, what in done.items() if what is writing.Written.KEPT]
        if kept:
            typer.echo(
                f"Kept as they are, for they were edited: {', '.join(kept)} "
                "(--force overwrites them)",
                err=True,
            )


@course_app.command()
def lint(
    course: CourseOption = None,
    exercise: Annotated[
        list[str] | None, typer.Option(help="This exercise only; may be repeated.")
    ] = None,
    seeds: Annotated[int, typer.Option(help="On how many the references run.", min=1)] = 20,
) -> None:
    """Check the course: stubs score nothing, references everything, mistakes lose points."""
    with failures_told():
        from grader.authoring import linting

        chosen = find_course(course, exercise or [])
        with Pool(find_isolation(), Limits()) as pool:
            findings = list(linting.lint(chosen, pool, seeds=range(seeds), partial=bool(exercise)))
    for finding in findings:
        typer.echo(f"{finding.path}: {finding.message}")
    if findings:
        raise typer.Exit(1)
    typer.echo(f"{len(chosen.entries)} exercises, {seeds} seeds: nothing to mend")


@course_app.command()
def catalogs(
    course: CourseOption = None,
    exercise: Annotated[
        list[str] | None, typer.Option(help="This exercise only; may be repeated.")
    ] = None,
) -> None:
    """Bring the translations' files up to date, and say what is still to be translated."""
    with failures_told():
        from grader.course import cataloguing
        from grader.course.loading import load

        whole = load(course_folder(course), ENGLISH)
        chosen = whole.only(exercise) if exercise else whole
        updated = list(cataloguing.update(chosen, whole=not exercise))
    for path, findings in updated:
        for finding in findings:
            typer.echo(f"{path}: {finding}")
    if any(findings for path, findings in updated):
        raise typer.Exit(1)
    typer.echo(f"{len(updated)} catalogs: everything is translated")


@course_app.command()
def selfcheck(
    course: CourseOption = None,
    exercise: Annotated[
        list[str] | None, typer.Option(help="This exercise only; may be repeated.")
    ] = None,
    seeds: Annotated[int, typer.Option(help="On how many to compare.", min=1)] = 5,
    device: Annotated[
        list[str] | None, typer.Option(help="cpu (the default) or gpu; may be repeated.")
    ] = None,
) -> None:
    """Compare the references with the oracles: errors in units of the allowance."""
    with failures_told():
        from rich.console import Console

        from grader.authoring import selfcheck as checking

        chosen = find_course(course, exercise or [])
        with Pool(find_isolation(), Limits()) as pool:
            found = checking.selfcheck(chosen, pool, seeds=range(seeds), devices=device or ["cpu"])
            rows = list(found)
        Console().print(checking.table(rows))
    for row in rows:
        if row.message:
            typer.echo(row.message)
    if any(row.message for row in rows):
        raise typer.Exit(1)
    typer.echo(f"{len(rows)} checks agree with their oracles, on {seeds} seeds each")


@course_app.command()
def new(
    name: Annotated[str, typer.Argument(help="The exercise's id, such as row_norms.")],
    section: Annotated[str, typer.Option(help="Where the notes teach it, such as 7.2.")] = "",
    title: Annotated[str, typer.Option(help="As reports name it; made from NAME by default.")] = "",
    course: CourseOption = None,
) -> None:
    """Lay out a new exercise, to be filled in."""
    with failures_told():
        from grader.authoring import scaffold

        for path in scaffold.lay_out(course_folder(course), name, section=section, title=title):
            typer.echo(f"{path}: {'updated' if path.suffix == '.toml' else 'created'}")
        chosen = f" --course {shlex.quote(str(course))}" if course else ""
        typer.echo(
            f"Next: fill them in; grader course lint --exercise {name}{chosen} says what is missing"
        )
