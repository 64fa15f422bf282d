"""The command line: `grade`, `debug` and `doctor`, and the commands of other packages."""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

import typer

from grader.authoring.commands import course_app
from grader.classroom.commands import class_app
from grader.command import (
    CourseOption,
    DeviceOption,
    ExerciseOption,
    LanguageOption,
    SeedOption,
    course_to_name,
    failures_told,
    find_course,
)
from grader.devices.choice import insist, settle
from grader.failure import ToldError
from grader.gradescope.commands import gradescope_zip
from grader.hinting.commands import hint, reset
from grader.language import _, use
from grader.program import program_name
from grader.releasing.commands import release, submit
from grader.sandbox import (
    Limits,
    choose_isolation,
    find_isolation,
    hide_memory,
)
from grader.watching.commands import watch
from grader.worker.pool import Pool

app = typer.Typer(
    name="grader",
    help="Grades deep-learning exercises in Gluon.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
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
    exercise: ExerciseOption = None,
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
        target = html or json.parent / f"{json.stem}.html"
        if target.resolve() == json.resolve():
            said = _("--json and --html both name {path}: name two files")
            raise ToldError(said.format(path=json))
        hide_memory()
        devices, walls = settle(device or [], choose_isolation(isolation))
        with Pool(walls, limits, workers) as pool:
            # Imported while the workers import MXNet, SciPy for the laws' tails among it:
            import scipy.special  # noqa: F401  (the laws find it loaded)
            from rich.console import Console

            from grader.grading import PRACTICE_SEED, Grader, JobCache
            from grader.grading.jobs import wanted
            from grader.hinting import progress
            from grader.report import jsonfile, saving, terminal
            from grader.report.html import page
            from grader.report.student import for_student
            from grader.submission import read

            page.template()  # compiles it

            chosen = find_course(course, exercise or [])
            submission = read(path, wanted(chosen))
            grader = Grader(
                chosen,
                pool,
                seed=PRACTICE_SEED if seed is None else seed,
                devices=devices.devices,
                lacking=devices.lacking,
                cache=JobCache() if seed is None else None,
            )
            progressed = _("{done} of {all} exercises graded")
            begun = progressed.format(done=0, all=len(submission.sources))
            with Console(stderr=True).status(begun) as status:
                report = grader.grade(
                    submission,
                    lambda done, of: status.update(progressed.format(done=done, all=of)),
                )
            report = progress.shown(for_student(report), progress.read(path))
        written = None
        try:
            jsonfile.write(report, json)
            if html or not saving.is_stream(json):
                page.write(report, target, program=program_name(), course=course_to_name(course))
                written = target
        finally:  # a report that cannot be written is shown all the same
            with suppress(SystemExit):  # rich's word for `| head`: nobody reads any further
                terminal.render(
                    report,
                    Console(),
                    detail=detail,
                    program=program_name(),
                    course=course_to_name(course),
                    html=written,
                )
    if fail_under is not None and report.points * 100 < fail_under * report.max_points:
        raise typer.Exit(1)


@app.command()
def debug(
    check: Annotated[str, typer.Argument(help="EXERCISE:CHECK, as a report names it.")],
    submission: Annotated[Path, typer.Option(help="A folder, or one file.")] = Path("exercises"),
    pdb: Annotated[bool, typer.Option("--pdb", help="Stop in the student's function.")] = False,
    seed: SeedOption = None,
    course: CourseOption = None,
    device: Annotated[str, typer.Option(help="Where to run the check: cpu, cpu:1 or gpu.")] = "cpu",
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
        from grader.submission import read

        debugging.run(
            chosen,
            read(submission, wanted(chosen)),
            name,
            isolation=insist([device], find_isolation()),
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
app.command()(gradescope_zip)
course_app.command()(release)


def main() -> None:
    """Run the command that was typed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # its encoding may lack a language's letters
            stream.reconfigure(errors="backslashreplace")
    app()
