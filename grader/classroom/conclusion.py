"""What a command says at its end: whose points changed, who handed in nothing that can be graded,
what is left to do, what failed."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from grader.classroom.gradebook import Gradebook
from grader.classroom.grading import Outcome
from grader.language import _, joined
from grader.program import program_name
from grader.report import words
from grader.report.safe import clean_line
from grader.saying import say


def conclude(outcome: Outcome, *, whole: bool, rechecked: bool) -> None:
    """Say what a grading came to, of the `whole` course or of some exercises, or of some that were
    `rechecked`; exit with 3 where the grader itself failed."""
    changed = _("{student} ({name}), {exercise}: {before} points before, {after} now")
    for change in sorted(outcome.changes, key=lambda c: (c.student, c.name, c.exercise)):
        before, after = words.points(change.before, change.after)
        say(
            changed.format(
                student=clean_line(change.student),
                name=clean_line(change.name),
                exercise=change.exercise,
                before=before,
                after=after,
            )
        )
    if rechecked and not outcome.changes:
        say(_("Nobody's points changed."))
    told = _("{graded} graded, {unchanged} unchanged of {total} submissions")
    say(told.format(graded=outcome.graded, unchanged=outcome.unchanged, total=outcome.total))
    if outcome.empty:
        said = _("None of the exercises was found in: {names}. See what they hold instead.")
        if not whole:
            said = _(
                "None of the exercises asked for was found in: {names}. See what they hold instead."
            )
        say(said.format(names=joined(outcome.empty)))
    for name, why in outcome.unread:
        # In English or Chinese, a name with a blank or a sign behind it.
        named = why.startswith(tuple(name + behind for behind in " :,\uff1a\uff0c"))
        said = _("No points: {why}") if named else _("No points for {name}: {why}")
        say(said.format(name=name, why=clean_line(why)))
    own_up(outcome.failures, _("not graded: {failure}"))


def remind(gradebook: Gradebook) -> None:
    """Say how to go on where the class's last grading did not come to its end."""
    if gradebook.unfinished:
        said = _(
            "Not everybody is graded yet: the last grading was stopped, or failed. "
            "It goes on with: {program} class grade FOLDER"
        )
        say(said.format(program=program_name()), err=True)


def own_up(failures: Sequence[str], said: str) -> None:
    """Say each failure in the sentence `said`, if there are any, and exit with 3."""
    for failure in failures:
        say("grader: " + said.format(failure=failure), err=True)
    if failures:
        again = _("This is not the submissions' fault; the same command tries again.")
        say(again, err=True)
        sys.exit(3)
