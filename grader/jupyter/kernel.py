"""What a kernel's cells have defined becomes a submission.

A worker runs the cells again, as it runs a notebook that is handed in: in the order in which the
kernel ran them, so that of several definitions the last one counts.  Nothing is taken from the
kernel's memory, which holds what no file could hand in.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from grader.course.loading import Entry
from grader.language import _, later
from grader.report.record import ExerciseResult
from grader.submission import Source, Submission, SubmissionError, read
from grader.submission.notebook import MAX_CODE

_SLOW = later(
    "A check runs again whatever this kernel has run. Restart the kernel and run only the cells "
    "that the exercise needs; leave long training for later."
)
NAME = "notebook"
"""Before a cell's number in messages; the number is the one that Jupyter shows."""


def submission(entry: Entry, history: Sequence[str], folder: Path) -> Submission:
    """The exercise from the cells in `history`, of which the first is number 1.

    Helper files in `folder` may be imported.  Raises SubmissionError.
    """
    cells = _without_repeats(history)
    if sum(len(cell.encode()) for cell in cells) > MAX_CODE:
        raise SubmissionError(
            _(
                "the cells that this kernel has run hold more than 1 MiB of code; "
                "restart it and run only those that the exercise needs."
            )
        )
    source = Source(NAME, cells=tuple(cells))
    return Submission(folder, {entry.id: source}, read(folder, []).siblings)


def told(result: ExerciseResult) -> ExerciseResult:
    """The result with what only a kernel makes worth saying.

    Cells that raised are of no interest where the exercise is done: a kernel has run every
    attempt.  That everything runs again matters where it takes too long.
    """
    if result.status == "done":
        return replace(result, notes=[])
    if any(check.status == "timeout" for check in result.checks) and result.message:
        return replace(result, notes=[*result.notes, _(_SLOW)])
    return result


def _without_repeats(history: Sequence[str]) -> list[str]:
    """The cells, empty where the same text ran before and runs again.

    The first run may be what later cells built on, and the last what counts now; a training loop
    that was run ten times is not run ten times more.
    """
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for number, cell in enumerate(history):
        first.setdefault(cell, number)
        last[cell] = number
    return [cell if i in (first[cell], last[cell]) else "" for i, cell in enumerate(history)]
