"""`grader course ...`: the commands for a course's authors."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from grader.authoring.finding import counted
from grader.command import (
    CourseOption,
    ExerciseOption,
    LanguageOption,
    course_folder,
    failures_told,
    find_course,
    with_references,
)
from grader.devices.choice import insist
from grader.language import ENGLISH, use
from grader.program import program_name
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
    with failures_told(work=False):
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
        for path in writing.left_over(folder, done):
            typer.echo(f"{path}: the course has no such exercise any more; remove it", err=True)


@course_app.command()
def lint(
    course: CourseOption = None,
    exercise: ExerciseOption = None,
    seeds: Annotated[int, typer.Option(help="On how many the references run.", min=1)] = 20,
) -> None:
    """Check the course: stubs score nothing, references everything, mistakes lose points."""
    with failures_told(work=False):
        from rich.console import Console

        from grader.authoring import linting

        chosen = with_references(find_course(course, exercise or []))
        begun = Console(stderr=True).status("Starting MXNet")
        with Pool(find_isolation(), Limits()) as pool, begun as status:
            found = linting.lint(
                chosen, pool, seeds=range(seeds), partial=bool(exercise), tell=status.update
            )
            findings = list(found)
    for finding in findings:
        typer.echo(f"{finding.path}: {finding.message}")
    if findings:
        raise typer.Exit(1)
    exercises = counted(len(chosen.entries), "exercise")
    typer.echo(f"{exercises}, {counted(seeds, 'seed')}: nothing to mend")


@course_app.command()
def catalogs(
    course: CourseOption = None,
    exercise: ExerciseOption = None,
) -> None:
    """Bring the translations' files up to date, and say what is still to be translated."""
    with failures_told(work=False):
        from grader.course import cataloguing
        from grader.course.loading import load

        chosen = load(course_folder(course), ENGLISH).only(exercise or [])
        updated = list(cataloguing.update(chosen, whole=not exercise))
    for path, findings in updated:
        for finding in findings:
            typer.echo(f"{path}: {finding}")
    if any(findings for path, findings in updated):
        raise typer.Exit(1)
    typer.echo(f"{counted(len(updated), 'catalog')}: everything is translated")


@course_app.command()
def selfcheck(
    course: CourseOption = None,
    exercise: ExerciseOption = None,
    seeds: Annotated[int, typer.Option(help="On how many to compare.", min=1)] = 5,
    device: Annotated[
        list[str] | None, typer.Option(help="cpu (the default), cpu:1 or gpu; may be repeated.")
    ] = None,
) -> None:
    """Compare the references with the oracles: errors in units of the allowance."""
    with failures_told(work=False):
        from rich.console import Console

        from grader.authoring import selfcheck as checking
        from grader.authoring import texts

        chosen = with_references(find_course(course, exercise or []))
        devices = device or ["cpu"]
        with Pool(insist(devices, find_isolation()), Limits()) as pool:
            rows = list(checking.selfcheck(chosen, pool, seeds=range(seeds), devices=devices))
        Console().print(checking.table(rows))
        gaps = [one for entry in chosen.entries for one in texts.oracles(entry)]
    messages = [row.message for row in rows if row.message]
    messages += [f"{gap.path}: {gap.message}" for gap in gaps]
    for message in messages:
        typer.echo(message)
    if messages:
        raise typer.Exit(1)
    agree = "check agrees with its oracle" if len(rows) == 1 else "checks agree with their oracles"
    typer.echo(f"{len(rows)} {agree}, on {counted(seeds, 'seed')} each")


@course_app.command()
def new(
    name: Annotated[str, typer.Argument(help="The exercise's id, such as row_norms.")],
    section: Annotated[str, typer.Option(help="Where the notes teach it, such as 7.2.")] = "",
    title: Annotated[str, typer.Option(help="As reports name it; made from NAME by default.")] = "",
    course: CourseOption = None,
) -> None:
    """Lay out a new exercise, to be filled in."""
    with failures_told(work=False):
        from grader.authoring import scaffold

        for path in scaffold.lay_out(course_folder(course), name, section=section, title=title):
            typer.echo(f"{path}: {'updated' if path.suffix == '.toml' else 'created'}")
        chosen = f" --course {shlex.quote(str(course))}" if course else ""
        command = f"{program_name()} course lint --exercise {name}{chosen}"
        typer.echo(f"Next: fill them in; {command} says what is missing")
