"""`grader class`: the commands for a whole class.

What is heavy is imported where it is used: `grader grade` passes through this module too.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from grader.command import (
    CourseOption,
    ExerciseOption,
    LanguageOption,
    SeedOption,
    course_to_name,
    failures_told,
    find_course,
    with_references,
)
from grader.language import _, use
from grader.program import program_name
from grader.sandbox import Limits, choose_isolation, hide_memory
from grader.saying import say

if TYPE_CHECKING:
    from grader.classroom.gradebook import Gradebook
    from grader.classroom.store import Store

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
    exercise: ExerciseOption = None,
    recheck: Annotated[
        list[str] | None, typer.Option(help="Grade this exercise anew; may be repeated.")
    ] = None,
    counting: Annotated[
        Literal["latest", "first", "best"] | None,
        typer.Option(help="Which attempt counts: as before, or the latest.", show_default=False),
    ] = None,
    seed: SeedOption = None,
    lang: LanguageOption = "",
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
    use(lang)
    if scheduler and workers:
        said = _("a cluster has workers of its own: leave this out")
        raise typer.BadParameter(said, param_hint="--workers")
    with failures_told():
        hide_memory()
        walls = choose_isolation(isolation)

        from grader.classroom import crews
        from grader.classroom.conclusion import conclude
        from grader.classroom.counting import left_behind, worth_grading
        from grader.classroom.grading import ClassGrading
        from grader.classroom.intake import attempts
        from grader.classroom.progress import Progress
        from grader.classroom.reading import also_counted
        from grader.classroom.station import Setup
        from grader.classroom.store import Store
        from grader.course.edition import of_course
        from grader.grading.assembly import conditions
        from grader.grading.jobs import wanted

        whole = with_references(find_course(course, []))
        chosen = whole.only(exercise or [])
        rechecked = [entry.id for entry in chosen.only(recheck).entries] if recheck else []
        known = [entry.id for entry in whole.entries]
        taken_in = attempts(folder, known)
        for note in taken_in.notes:
            say(note)
        limits = Limits(seconds=seconds)
        with Store(store) as kept, kept.exclusively():
            before = kept.run()
            use(lang or (before.conditions.language if before else ""))
            run = kept.open_run(
                chosen.title, conditions(walls, limits, ["cpu"]), counting=counting, seed=seed
            )
            if before and run.counting != before.counting:
                said = _("Which attempt counts has changed: {now} now, {before} before.")
                say(said.format(now=run.counting, before=before.counting))
            for note in left_behind(taken_in.attempts, run.counting, wanted(chosen)):
                say(note)
            for note in also_counted(kept, run, taken_in.attempts, known):
                say(note)
            setup = Setup(
                str(whole.folder.resolve()),
                of_course(whole, run.conditions.language),
                run.seed,
                isolation,
                limits,
                run.conditions.language,
            )
            stations = crews.cluster(scheduler) if scheduler else crews.here(workers)
            try:
                with stations as crew, Progress() as progress:
                    outcome = ClassGrading(kept, whole, run, setup, exercise or []).grade(
                        worth_grading(taken_in.attempts, run.counting),
                        crew,
                        recheck=rechecked,
                        tell=progress.show,
                    )
            except KeyboardInterrupt:
                say(_("Stopped; what was graded is kept, and the same command goes on."))
                raise
        conclude(outcome, whole=not exercise, rechecked=bool(recheck))


@class_app.command()
def publish(store: StoreOption = "class.sqlite") -> None:
    """End the run: its seed may be known, and what is handed in later gets another one."""
    with failures_told():
        from grader.classroom.store import Store

        with Store.of_a_class(store) as kept, kept.exclusively():
            before = kept.run()
            run = kept.publish()
        use(run.conditions.language)
        if before and before.published:
            said = _("Published already: run {run}, seed {seed}")
        else:
            said = _("Published: run {run}, seed {seed}")
        say(said.format(run=run.id, seed=run.seed))
        follows = _(
            "Students' reports name this seed when they are written again, and what is handed in "
            "from now on is graded with another."
        )
        say(follows)


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
        from grader.classroom.conclusion import own_up, remind
        from grader.classroom.report import files, page, terminal
        from grader.classroom.store import Store

        with Store.of_a_class(store) as kept:
            results = _gradebook(kept, course)
            analysis = analyse(results)
            page.write(analysis, html)
            failures: list[str] = []
            written = list(files.write(results, students, failures)) if students else []
        terminal.render(analysis, Console())
        typer.echo("\n" + _("Page: {path}").format(path=html))
        if students:
            told = _("Reports of {count} students: {folder}")
            typer.echo(told.format(count=len(written), folder=students))
        remind(results)
        own_up(failures, _("no report: {failure}"))


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
        from grader.classroom.conclusion import remind
        from grader.classroom.store import Store

        with Store.of_a_class(store) as kept:
            results = _gradebook(kept, course)
            written = exporting.export(results, form, folder)
        told = _("{count} files written to {folder}").format(count=len(written), folder=folder)
        typer.echo(str(written[0]) if len(written) == 1 else told)
        remind(results)


@class_app.command()
def show(
    student: Annotated[str, typer.Argument(help="As the class's folder names them.")],
    store: StoreOption = "class.sqlite",
    course: CourseOption = None,
) -> None:
    """Show all of one student's report, hidden checks too."""
    with failures_told():
        from rich.console import Console

        from grader.classroom.report import show as showing
        from grader.classroom.store import Store

        with Store.of_a_class(store) as kept:
            found = showing.find(_gradebook(kept, course), student)
        named = course_to_name(course)
        showing.render(found, Console(), program=program_name(), course=named)


@class_app.command()
def similar(
    folder: Annotated[Path, typer.Argument(help="Holds one file or folder per student.")],
    html: Annotated[
        Path | None, typer.Option(help="Write a page with every passage, too.", show_default=False)
    ] = None,
    course: CourseOption = None,
    exercise: ExerciseOption = None,
    lang: LanguageOption = "",
) -> None:
    """List pairs of students whose latest work is more alike than chance makes it."""
    use(lang)
    with failures_told():
        from rich.console import Console

        from grader.classroom.conclusion import own_up
        from grader.classroom.counting import worth_grading
        from grader.classroom.failure import told
        from grader.classroom.intake import attempts, submission
        from grader.classroom.similarity import page, terminal
        from grader.classroom.similarity.compared import compared
        from grader.classroom.similarity.pairs import find
        from grader.grading.jobs import wanted

        whole = find_course(course, [])
        chosen = whole.only(exercise or [])
        asked = wanted(chosen)
        taken_in = attempts(folder, [entry.id for entry in whole.entries])
        works: dict[str, dict[str, str]] = {}
        failures = []
        for attempt in worth_grading(taken_in.attempts, "latest"):
            try:
                sources = submission(attempt, asked).sources
            except Exception as error:  # noqa: BLE001  (whatever it is, the others go on)
                failures.append(told(attempt.name, error))
            else:
                works[attempt.student] = compared(sources, asked)
        pairs = find(works.items(), chosen)
        if html:
            page.write(pairs, len(works), html)
        terminal.render(pairs, len(works), Console())
        own_up(failures, _("not compared: {failure}"))


def _gradebook(kept: Store, course: Path | None) -> Gradebook:
    """The class's results, told in the language in which it was graded."""
    from grader.classroom.reading import gradebook

    run = kept.run()
    use(run.conditions.language if run else "")
    return gradebook(kept, find_course(course, []))
