"""The commands; nothing else.

Exit status: 0 graded, whatever the score (1 if it is under `--fail-under`); 2 the request is
wrong; 3 the grader itself or the course failed, which is never charged to a student.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, Literal

import typer

from grader.course.loading import Course, CourseError, ReferenceFailed, load
from grader.sandbox import Isolation, Limits, Unavailable, find_isolation, hide_memory
from grader.submission import SubmissionError, read
from grader.worker.client import Pool, WorkerFailed

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

_OURS = Path(__file__).resolve().parents[1]
_DEFAULTS = Limits()
_MOST = 2**24
"""16 TiB, in MiB: more than any machine has, less than any limit can hold."""


CourseOption = Annotated[
    Path | None, typer.Option("--course", help="The folder with course.toml.", show_default=False)
]
SeedOption = Annotated[
    int | None, typer.Option(help="Seeds inputs and draws.", min=0, max=2**63 - 1)
]


@app.command()
def grade(
    path: Annotated[Path, typer.Argument(help="A folder, or one <id>.py.")] = Path("exercises"),
    exercise: Annotated[
        list[str] | None, typer.Option(help="Grade this exercise only; may be repeated.")
    ] = None,
    json: Annotated[Path, typer.Option(help="Where to write the record.")] = Path(
        "report/report.json"
    ),
    detail: Annotated[
        Literal["none", "first", "all"],
        typer.Option(help="Which failing checks of an exercise to show in full."),
    ] = "first",
    seed: SeedOption = None,
    course: CourseOption = None,
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
    with _failures_told():
        limits = Limits(
            seconds=seconds,
            memory=memory * 2**20,
            processes=processes,
            file_size=file_size * 2**20,
            output=output * 2**10,
        )
        walls = _isolation(isolation)
        hide_memory()
        with Pool(walls, limits, workers) as pool:
            # Done while the workers import MXNet, SciPy for the laws' tails among it:
            import scipy.special  # noqa: F401
            from rich.console import Console

            from grader.grading import PRACTICE_SEED, AnswerKey, Grader
            from grader.report import jsonfile, terminal

            chosen = _course(course, exercise or [])
            submission = read(path, [entry.id for entry in chosen.entries])
            if seed is None:
                grader = Grader(chosen, pool, seed=PRACTICE_SEED, key=AnswerKey())
            else:
                grader = Grader(chosen, pool, seed=seed)
            with Console(stderr=True).status("Starting MXNet") as status:
                report = grader.grade(
                    submission, lambda done, of: status.update(f"{done} of {of} exercises graded")
                )
        try:
            jsonfile.write(report, json)
        finally:  # a report that cannot be written is shown all the same
            with suppress(SystemExit):  # rich's word for `| head`: nobody reads any further
                terminal.render(report, Console(), detail=detail, program=_program())
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
    simpler: Annotated[
        int, typer.Option(help="Smaller inputs of whole numbers; 1 is the smallest.", min=0, max=3)
    ] = 0,
) -> None:
    """Run one check on a submission in this interpreter and show inputs and both answers."""
    with _failures_told():
        exercise_id, _, name = check.partition(":")
        chosen = _course(course, [exercise_id])

        from grader import debugging
        from grader.grading import PRACTICE_SEED

        debugging.run(
            chosen,
            read(submission, [exercise_id]),
            name,
            isolation=find_isolation(),
            seed=PRACTICE_SEED if seed is None else seed,
            device=device,
            simpler=simpler,
            interactive=pdb,
        )


@course_app.command()
def stubs(
    folder: Annotated[Path, typer.Argument(help="Where to write them.")] = Path("exercises"),
    course: CourseOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite edited stubs.")] = False,
) -> None:
    """Write the students' stubs from the references; edited ones are kept and named."""
    with _failures_told():
        from grader.course import stubs as writing

        done = writing.write(_course(course, []), folder, force=force)
        for name, what in done.items():
            if what is not writing.Written.UNCHANGED:
                typer.echo(f"{folder / name}.py: {what.value}")
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
    with _failures_told():
        from grader import linting

        chosen = _course(course, exercise or [])
        with Pool(find_isolation(), _DEFAULTS) as pool:
            findings = list(linting.lint(chosen, pool, seeds=range(seeds), partial=bool(exercise)))
    for finding in findings:
        typer.echo(f"{finding.path}: {finding.message}")
    if findings:
        raise typer.Exit(1)
    typer.echo(f"{len(chosen.entries)} exercises, {seeds} seeds: nothing to mend")


@course_app.command()
def new(
    name: Annotated[str, typer.Argument(help="The exercise's id, such as row_norms.")],
    section: Annotated[str, typer.Option(help="Where the notes teach it, such as 7.2.")] = "",
    title: Annotated[str, typer.Option(help="As reports name it; made from NAME by default.")] = "",
    course: CourseOption = None,
) -> None:
    """Lay out a new exercise, to be filled in."""
    with _failures_told():
        from grader import scaffold

        for path in scaffold.lay_out(_folder(course), name, section=section, title=title):
            typer.echo(f"{path}: {'updated' if path.suffix == '.toml' else 'created'}")
        chosen = f" --course {shlex.quote(str(course))}" if course else ""
        typer.echo(
            f"Next: fill them in; grader course lint --exercise {name}{chosen} says what is missing"
        )


def main() -> None:
    """The console script."""
    app()


def _program() -> str:
    """How this program can be called: by its name, or else where it is."""
    found = shutil.which("grader")
    if found and Path(found).samefile(sys.argv[0]):
        return "grader"
    return os.path.relpath(sys.argv[0])


def _course(folder: Path | None, only: list[str]) -> Course:
    """All of the course in `folder`, or the exercises `only`."""
    course = load(_folder(folder))
    return course.only(only) if only else course


def _folder(given: Path | None) -> Path:
    """The folder that was given, ./solutions, or the course that came with the grader."""
    if given is not None:
        return given
    here = Path("solutions")
    return here if (here / "course.toml").is_file() else _OURS / "solutions"


def _isolation(wanted: str) -> Isolation:
    found = find_isolation()
    if wanted == "limits":
        return Isolation(Unavailable("bubblewrap was not asked for"), found.seccomp)
    if wanted == "bubblewrap" and isinstance(found.bubblewrap, Unavailable):
        raise SubmissionError(f"--isolation bubblewrap: {found.bubblewrap.reason}")
    return found


@contextmanager
def _failures_told() -> Iterator[None]:
    """What may go wrong becomes one sentence and an exit status."""
    try:
        yield
    except BrokenPipeError:  # whoever read the report has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (CourseError, SubmissionError, OSError) as error:
        typer.echo(f"grader: {error}", err=True)
        sys.exit(2)
    except (ReferenceFailed, WorkerFailed) as error:
        typer.echo(f"grader: {error}\nThis is not the submission's fault.", err=True)
        sys.exit(3)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception:  # noqa: BLE001  (whatever it is, it is ours)
        traceback.print_exc()
        typer.echo(
            "grader: this is a fault of the grader, not of the submission. Please report it.",
            err=True,
        )
        sys.exit(3)
