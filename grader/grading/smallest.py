"""The smallest input that shows it: a failing check, replayed on cases to work through by hand."""

from __future__ import annotations

from collections.abc import Callable

from grader.course.loading import Entry
from grader.grading.adornment import adornment
from grader.grading.jobs import simplified
from grader.grading.outcome import assess
from grader.grading.references import References
from grader.judge import answers
from grader.report.matrix import corner
from grader.report.record import Example, Matrix
from grader.worker.client import Run
from grader.worker.protocol import Array, Take


@adornment()
def example(
    entry: Entry, take: Take, replay: Callable[[list[Take]], Run], references: References
) -> Example | None:
    """The simplest case on which the submission's answer still differs, or None.

    `replay` runs takes on the submission.
    """
    check = entry.exercise.named(take.check)
    takes = simplified(take)
    run = replay(takes)
    for outcome, expected in zip(run.takes, references.simplified(entry, take), strict=True):
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
