"""The commands; nothing else."""

from __future__ import annotations

import io
import shlex
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

import typer

from grader.classroom.commands import class_app
from grader.command import (
    CourseOption,
    DeviceOption,
    LanguageOption,
    SeedOption,
    course_folder,
    failures_told,
    find_course,
    program_name,
)
from grader.devices.choice import settle
from grader.hinting.commands import hint, reset
from grader.language import ENGLISH, _, use
from grader.releasing.commands import release, submit
from grader.sandbox import (
    Limits,
    choose_isolation,
    find_isolation,
    hide_memory,
)
from grader.submission import read
from grader.watching.commands import watch
from grader.worker.client import Pool

app = typer.Typer(
    name="grader",
    help="Grades deep-learning exercises in Gluon.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
course_app = typer.Typer(help="For the course's authors.", no_args_is_help=True)
app.add_typer(course_app, name="course")
app.add_typer(class_app, name="class")

_DEFAULTS = Limits()
_MOST = 2**24
"""16 TiB, in MiB: more than any machine has, less than any limit can hold."""


@app.command()
def grade(
    path: Annotated[
        Path, typer.Argument(help="A folder, one <id>.py or <id>.ipynb, a .zip or a .tar.gz.")
    ] = Path("exercises"),
    exercise: Annotated[
        list[str] | None, typer.Option(help="Grade this exercise only; may be repeated.")
    ] = None,
    json: Annotated[Path, typer.Option(help="Where to write the record.")] = Path(
        "report/report.json"
    ),
    html: Annotated[
        Path | None,
        typer.Option(help="Where to write the page; beside the record by default."),
    ] = None,
    detail: Annotated[
        Literal["none", "first", "all"],
        typer.Option(help="Which failing checks of an exercise to show in full."),
    ] = "first",
    seed: SeedOption = None,
    device: DeviceOption = None,
    course: CourseOption = None,
    lang: LanguageOption = "",
    isolation: Annotated[
        Literal["auto", "bubblewrap", "limits"],
        typer.Option(help="bubblewrap: refuse without it; limits: do without it."),
    ] = "auto",
    workers: Annotated[
        int | None, typer.Option(help="Warm workers; one per core by default.", min=1, max=1024)
    ] = None,
    fail_under: Annotated[
        float | None, typer.Option(help="Exit with 1 under this percentage.", min=0, max=100)
    ] = None,
    seconds: Annotated[
        float, typer.Option(help="Per check.", min=0.1, max=86_400)
    ] = _DEFAULTS.seconds,
    memory: Annotated[
        int, typer.Option(help="MiB that a submission may map.", min=64, max=_MOST)
    ] = _DEFAULTS.memory // 2**20,
    processes: Annotated[
        int, typer.Option(help="Threads and processes together.", min=1, max=_MOST)
    ] = _DEFAULTS.processes,
    file_size: Annotated[
        int, typer.Option(help="MiB per file that a submission writes.", min=1, max=_MOST)
    ] = _DEFAULTS.file_size // 2**20,
    output: Annotated[
        int, typer.Option(help="KiB kept of what a check prints.", min=0, max=_MOST)
    ] = _DEFAULTS.output // 2**10,
) -> None:
    """Grade a submission and print the report."""
    use(lang)
    with failures_told():
        limits = Limits(
            seconds=seconds,
            memory=memory * 2**20,
            processes=processes,
            file_size=file_size * 2**20,
            output=output * 2**10,
        )
        hide_memory()
        devices, walls = settle(device or [], choose_isolation(isolation))
        with Pool(walls, limits, workers) as pool:
            # Done while the workers import MXNet, SciPy for the laws' tails among it:
            import scipy.special  # noqa: F401  (the laws find it loaded)
            from rich.console import Console

            from grader.grading import PRACTICE_SEED, AnswerKey, Grader
            from grader.grading.jobs import wanted
            from grader.hinting import progress
            from grader.report import jsonfile, saving, terminal
            from grader.report.html import page
            from grader.report.student import for_student

            page.template()  # compiles it

            chosen = find_course(course, exercise or [])
            submission = read(path, wanted(chosen))
            grader = Grader(
                chosen,
                pool,
                seed=PRACTICE_SEED if seed is None else seed,
                devices=devices.devices,
                lacking=devices.lacking,
                key=AnswerKey() if seed is None else None,
            )
            with Console(stderr=True).status(_("Starting MXNet")) as status:
                progressed = _("{done} of {all} exercises graded")
                report = grader.grade(
                    submission,
                    lambda done, of: status.update(progressed.format(done=done, all=of)),
                )
            report = progress.shown(for_student(report), progress.read(path))
        written, target = None, html
        if target is None and not saving.is_stream(json):
            target = json.with_suffix(".html")
        try:
            jsonfile.write(report, json)
            if target is not None:
                page.write(report, target, program=program_name())
                written = target
        finally:  # a report that cannot be written is shown all the same
            with suppress(SystemExit):  # rich's word for `| head`: nobody reads any further
                terminal.render(
                    report, Console(), detail=detail, program=program_name(), html=written
                )
    if fail_under is not None and report.points * 100 < fail_under * report.max_points:
        raise typer.Exit(1)


@app.command()
def debug(
    check: Annotated[str, typer.Argument(help="EXERCISE:CHECK, as a report names it.")],
    submission: Annotated[Path, typer.Option(help="A folder, or one <id>.py.")] = Path("exercises"),
    pdb: Annotated[bool, typer.Option("--pdb", help="Stop in the student's function.")] = False,
    seed: SeedOption = None,
    course: CourseOption = None,
    device: Annotated[str, typer.Option(help="Where to run the check.")] = "",
    lang: LanguageOption = "",
    simpler: Annotated[
        int, typer.Option(help="Smaller inputs of whole numbers; 1 is the smallest.", min=0, max=3)
    ] = 0,
) -> None:
    """Run one check on a submission in this interpreter and show inputs and both answers."""
    use(lang)
    with failures_told():
        exercise_id, _, name = check.partition(":")
        chosen = find_course(course, [exercise_id])

        from grader import debugging
        from grader.grading import PRACTICE_SEED
        from grader.grading.jobs import wanted

        debugging.run(
            chosen,
            read(submission, wanted(chosen)),
            name,
            isolation=find_isolation(),
            seed=PRACTICE_SEED if seed is None else seed,
            device=device,
            simpler=simpler,
            interactive=pdb,
        )


@app.command()
def doctor() -> None:
    """Say what this machine offers and lacks for grading, and what to do about each lack."""
    with failures_told():
        from rich.console import Console

        from grader import doctor as examination

        with Console(stderr=True).status("Trying MXNet"):
            findings = list(examination.examine())
        Console().print(examination.table(findings))
    if not examination.healthy(findings):
        raise typer.Exit(1)
    typer.echo("Submissions can be graded here.")


app.command()(watch)
app.command()(hint)
app.command()(reset)
app.command()(submit)
course_app.command()(release)


@app.command("gradescope-zip")
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
    with failures_told():
        from grader.gradescope import archive

        points = archive.build(course_folder(course), out, minutes=minutes, seed=seed)
        written = _("{path}: written. Set the assignment's autograder points to {points}.")
        typer.echo(written.format(path=out, points=f"{points:g}"))


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
        from grader import linting

        chosen = find_course(course, exercise or [])
        with Pool(find_isolation(), _DEFAULTS) as pool:
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

        from grader import selfcheck as checking

        chosen = find_course(course, exercise or [])
        with Pool(find_isolation(), _DEFAULTS) as pool:
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
        from grader import scaffold

        for path in scaffold.lay_out(course_folder(course), name, section=section, title=title):
            typer.echo(f"{path}: {'updated' if path.suffix == '.toml' else 'created'}")
        chosen = f" --course {shlex.quote(str(course))}" if course else ""
        typer.echo(
            f"Next: fill them in; grader course lint --exercise {name}{chosen} says what is missing"
        )


def main() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # its encoding may lack a language's letters
            stream.reconfigure(errors="backslashreplace")
    app()
