"""The smallest input that shows it: a failing check, replayed on cases to work through by hand."""

from __future__ import annotations

from collections.abc import Callable

from grader.course.loading import Entry
from grader.grading.adornment import adornment
from grader.grading.jobs import simplified
from grader.grading.outcome import assess
from grader.grading.references import References
from grader.judge import answers
from grader.judge.value import Array
from grader.report.matrix import corner
from grader.report.record import Example, Matrix
from grader.worker.client import JobResult
from grader.worker.protocol import Take

_MOST = 12
"""Inputs with which anybody works by hand."""


@adornment()
def example(
    entry: Entry, take: Take, replay: Callable[[list[Take]], JobResult], references: References
) -> Example | None:
    """The simplest case on which the submission's answer still differs; None where there is none,
    or where the check goes through so many inputs that it shows nothing.

    `replay` runs takes on the submission.
    """
    check = entry.exercise.named(take.check)
    cases = references.simplified(entry, take)
    if len(cases[0].inputs) > _MOST:
        return None
    run = replay(simplified(take))
    for outcome, expected in zip(run.takes, cases, strict=True):
        if outcome.answer is None or outcome.answer.value is None:
            continue
        difference = assess(check, expected, outcome.answer.value).difference
        if difference:
            right, given = corner(difference.expected, difference.actual, difference.worst)
            inputs = [_matrix(array) for array in expected.inputs]
            simpler = outcome.take.simpler
            return Example(simpler=simpler, inputs=inputs, expected=right, actual=given)
    return None


def _matrix(array: Array) -> Matrix:
    numbers = answers.to_numpy(array)
    return corner(numbers, numbers, (0,) * numbers.ndim)[0]
