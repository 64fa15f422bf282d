"""What a command says at its end: whose points changed, who handed in nothing, what failed."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from grader.classroom.grading import Outcome
from grader.language import _
from grader.report.safe import clean_line


def conclude(outcome: Outcome, *, whole: bool) -> None:
    """Say what a grading came to, of the `whole` course or of some exercises; exit with 3 where
    the grader itself failed."""
    changed = _("{student} ({name}), {exercise}: {before} points before, {after} now")
    for change in outcome.changes:
        typer.echo(
            changed.format(
                student=clean_line(change.student),
                name=clean_line(change.name),
                exercise=change.exercise,
                before=f"{change.before:g}",
                after=f"{change.after:g}",
            )
        )
    told = _("{graded} graded, {unchanged} unchanged of {total} submissions")
    typer.echo(told.format(graded=outcome.graded, unchanged=outcome.unchanged, total=outcome.total))
    if outcome.empty:
        said = _(
            "None of the exercises was found in: {names}. "
            "What is there instead: grader class show NAME"
        )
        if not whole:
            said = _(
                "None of the exercises asked for was found in: {names}. "
                "What is there instead: grader class show NAME"
            )
        typer.echo(said.format(names=", ".join(outcome.empty)))
    own_up(outcome.failures, _("not graded: {failure}"))


def own_up(failures: Sequence[str], said: str) -> None:
    """Say each failure in the sentence `said`, if there are any, and exit with 3."""
    for failure in failures:
        typer.echo("grader: " + said.format(failure=failure), err=True)
    if failures:
        again = _("This is not the submissions' fault; the same command tries again.")
        typer.echo(again, err=True)
        sys.exit(3)
