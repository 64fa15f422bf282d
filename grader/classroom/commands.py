"""`grader class`: the commands for a whole class.

What is heavy is imported where it is used: `grader grade` passes through this module too.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from grader.command import CourseOption, SeedOption, failures_told, find_course
from grader.sandbox import Limits, choose_isolation, hide_memory

if TYPE_CHECKING:
    from grader.classroom.grading import Outcome

class_app = typer.Typer(help="For a class: many submissions.", no_args_is_help=True)

_DEFAULTS = Limits()

StoreOption = Annotated[
    str,
    typer.Option(
        "--store", help="A file, or postgresql://user@host/database.", envvar="GRADER_STORE"
    ),
]


@class_app.command()
def grade(
    folder: Annotated[Path, typer.Argument(help="Holds one file or folder per student.")],
    store: StoreOption = "class.sqlite",
    course: CourseOption = None,
    exercise: Annotated[
        list[str] | None, typer.Option(help="Grade this exercise only; may be repeated.")
    ] = None,
    recheck: Annotated[
        list[str] | None, typer.Option(help="Grade this exercise anew; may be repeated.")
    ] = None,
    counting: Annotated[
        Literal["latest", "first", "best"],
        typer.Option(help="Which of a student's attempts counts."),
    ] = "latest",
    seed: SeedOption = None,
    isolation: Annotated[
        Literal["bubblewrap", "limits"],
        typer.Option(help="limits: do without bubblewrap, and let every report say so."),
    ] = "bubblewrap",
    scheduler: Annotated[
        str, typer.Option(help="A Dask cluster's address, such as tcp://host:8786.")
    ] = "",
    workers: Annotated[
        int | None, typer.Option(help="Processes; one per core by default.", min=1, max=1024)
    ] = None,
    seconds: Annotated[
        float, typer.Option(help="Per check.", min=0.1, max=86_400)
    ] = _DEFAULTS.seconds,
) -> None:
    """Grade a class; what was graded before and has not changed is left as it is."""
    with failures_told():
        hide_memory()
        walls = choose_isolation(isolation)

        from grader.classroom import crews
        from grader.classroom.counting import worth_grading
        from grader.classroom.grading import ClassGrading
        from grader.classroom.intake import attempts
        from grader.classroom.progress import Progress
        from grader.classroom.station import Setup
        from grader.classroom.store import Store
        from grader.course.edition import of_course
        from grader.grading.assembly import conditions

        whole = find_course(course, [])
        chosen = whole.only(exercise) if exercise else whole
        chosen.only(recheck or [])  # where one is not there, this says so
        taken_in = attempts(folder)
        for note in taken_in.notes:
            typer.echo(note)
        limits = Limits(seconds=seconds)
        with Store(store) as kept, kept.exclusively():
            run = kept.open_run(
                chosen.title, conditions(walls, limits, ["cpu"]), counting=counting, seed=seed
            )
            setup = Setup(
                str(whole.folder.resolve()), of_course(whole), run.seed, isolation, limits
            )
            stations = crews.cluster(scheduler) if scheduler else crews.here(workers)
            try:
                with stations as crew, Progress() as progress:
                    outcome = ClassGrading(kept, chosen, run, setup).grade(
                        worth_grading(taken_in.attempts, counting),
                        crew,
                        recheck=recheck or [],
                        tell=progress.show,
                    )
            except KeyboardInterrupt:
                typer.echo("Stopped; what was graded is kept, and the same command goes on.")
                raise
        _conclude(outcome)


@class_app.command()
def publish(store: StoreOption = "class.sqlite") -> None:
    """End the run: its seed may be known, and what is handed in later gets another one."""
    with failures_told():
        from grader.classroom.store import Store

        with Store(store) as kept:
            run = kept.publish()
        typer.echo(f"Published: run {run.id}, seed {run.seed}")


@class_app.command()
def report(
    store: StoreOption = "class.sqlite",
    course: CourseOption = None,
    html: Annotated[Path, typer.Option(help="Where to write the page.")] = Path(
        "report/class.html"
    ),
    students: Annotated[
        Path | None,
        typer.Option(help="Write each student's own report there, too.", show_default=False),
    ] = None,
) -> None:
    """Show how the class did: points, every check, every student; and write it as a page."""
    with failures_told():
        from rich.console import Console

        from grader.classroom.analysis import analyse
        from grader.classroom.reading import gradebook
        from grader.classroom.report import files, page, terminal
        from grader.classroom.store import Store

        with Store(store) as kept:
            results = gradebook(kept, find_course(course, []))
            analysis = analyse(results)
            page.write(analysis, html)
            written = list(files.write(results, students)) if students else []
        terminal.render(analysis, Console())
        typer.echo(f"\nPage: {html}")
        if students:
            typer.echo(f"Reports of {len(written)} students: {students}")


@class_app.command()
def export(
    form: Annotated[
        Literal["csv", "canvas", "moodle", "gradescope", "junit"],
        typer.Option("--format", help="Who is to read it."),
    ],
    folder: Annotated[Path, typer.Option(help="Where to write.")] = Path("report/export"),
    store: StoreOption = "class.sqlite",
    course: CourseOption = None,
) -> None:
    """Write the class's results for another program."""
    with failures_told():
        from grader.classroom import export as exporting
        from grader.classroom.reading import gradebook
        from grader.classroom.store import Store

        with Store(store) as kept:
            written = exporting.export(gradebook(kept, find_course(course, [])), form, folder)
        typer.echo(
            str(written[0]) if len(written) == 1 else f"{len(written)} files written to {folder}"
        )


@class_app.command()
def show(
    student: Annotated[str, typer.Argument(help="As the class's folder names them.")],
    store: StoreOption = "class.sqlite",
    course: CourseOption = None,
) -> None:
    """Show all of one student's report, hidden checks too."""
    with failures_told():
        from rich.console import Console

        from grader.classroom.reading import gradebook
        from grader.classroom.report import show as showing
        from grader.classroom.store import Store

        with Store(store) as kept:
            found = showing.find(gradebook(kept, find_course(course, [])), student)
        showing.render(found, Console())


@class_app.command()
def similar(
    folder: Annotated[Path, typer.Argument(help="Holds one file or folder per student.")],
    html: Annotated[
        Path | None, typer.Option(help="Write a page with every passage, too.", show_default=False)
    ] = None,
    course: CourseOption = None,
    exercise: Annotated[
        list[str] | None, typer.Option(help="Look at this exercise only; may be repeated.")
    ] = None,
) -> None:
    """List pairs of students whose latest work is more alike than chance makes it."""
    with failures_told():
        from rich.console import Console

        from grader.classroom.counting import worth_grading
        from grader.classroom.intake import attempts, submission
        from grader.classroom.similarity import page, terminal
        from grader.classroom.similarity.pairs import find
        from grader.grading.jobs import wanted

        chosen = find_course(course, exercise or [])
        asked = wanted(chosen)
        works = {
            attempt.student: {
                name: source.code for name, source in submission(attempt, asked).sources.items()
            }
            for attempt in worth_grading(attempts(folder).attempts, "latest")
        }
        pairs = find(works.items(), chosen)
        if html:
            page.write(pairs, len(works), html)
        terminal.render(pairs, len(works), Console())


def _conclude(outcome: Outcome) -> None:
    """Say what the grading came to; exit with 3 where the grader itself failed."""
    for change in outcome.changes:
        typer.echo(
            f"{change.student} ({change.name}), {change.exercise}: "
            f"{change.before:g} points before, {change.after:g} now"
        )
    typer.echo(
        f"{outcome.graded} graded, {outcome.unchanged} unchanged of {outcome.total} submissions"
    )
    for failure in outcome.failures:
        typer.echo(f"grader: not graded: {failure}", err=True)
    if outcome.failures:
        typer.echo("This is not the submissions' fault; the same command tries again.", err=True)
        raise typer.Exit(3)
