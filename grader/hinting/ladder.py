"""The hints on an exercise, the least telling first.

They are about one check, the first that is not passed: once it passes, the next has hints of its
own.  First come the author's, from general to specific.  Where the report knows no likely cause,
known mistakes that fail the same check follow, as questions.  Last comes the command that shows
the numbers, on small inputs where these show it too.  Of what is still a stub, the checks that
wait for it give their hints in turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grader.course.loading import Entry
from grader.language import _
from grader.report import words
from grader.report.again import Again
from grader.report.record import CheckResult, ExerciseResult

_MOST_MISTAKES = 3
"""More questions than that are a list of everything that can go wrong."""


@dataclass(frozen=True)
class Ladder:
    """The hints on one check, or on everything that is still to be filled in."""

    check: str
    """The check's name; hints that were given on another do not count.  Empty where the hints are
    on stubs."""
    title: str
    steps: list[str]


def ladder(
    entry: Entry, result: ExerciseResult, again: Again, mistakes: Sequence[str] = ()
) -> Ladder | None:
    """Return the hints for `result`, or None where every check passed or was skipped.

    `mistakes` are sentences of known mistakes that fail the first failing check.
    """
    open_checks = [c for c in result.checks if c.status not in {"passed", "skipped"}]
    visible = [check for check in open_checks if not check.hidden]
    if not open_checks:
        return None
    first = (visible or open_checks)[0]
    if first.status == "not_run":
        return Ladder("", _heading(first), _of_stubs(entry, visible))
    steps = [] if first.hidden else list(entry.exercise.named(first.name).hints)
    if not result.likely_cause:
        asked = _("Could it be this? {sentence}")
        steps += [asked.format(sentence=sentence) for sentence in mistakes[:_MOST_MISTAKES]]
    if command := again.command(entry.id, first):
        if first.example:
            command += f" --simpler {first.example.simpler}"
        look = _("Look at the inputs and at both answers, and compute along: {command}")
        steps.append(look.format(command=command))
    return Ladder(first.name, _heading(first), steps)


def _of_stubs(entry: Entry, checks: Sequence[CheckResult]) -> list[str]:
    """One hint for each check that waits for a stub; a second device has no other hint."""
    names = dict.fromkeys(check.name for check in checks if check.status == "not_run")
    found = [entry.exercise.named(name) for name in names]
    said = _("{title}. {hint}")
    return [
        said.format(title=words.without_stop(check.title), hint=hint)
        for check in found
        for hint in check.hints
    ]


def _heading(check: CheckResult) -> str:
    return words.without_stop(check.title) or check.name
