"""`grader course selfcheck`: references against oracles that were written from the formulas.

Grading compares submissions with a reference, and so a reference that is wrong makes right work
lose points.  Each deterministic check has a second source: a function in `oracle.py` that computes
the answer in float64 on NumPy or CuPy, from what the case handed out, without MXNet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rich.table import Table

from grader.course.loading import Course, CourseError, Entry
from grader.grading.references import Expectation, References
from grader.judge import arrays
from grader.judge.agreement import Agreement, agreement
from grader.judge.answers import to_numpy
from grader.worker.pool import Pool
from grader.worker.protocol import Take


@dataclass(frozen=True)
class Row:
    """One check on one device: how far its reference is from its oracle, over all seeds."""

    exercise: str
    check: str
    device: str
    dtype: str
    agreement: Agreement
    path: Path
    """The oracle's file."""

    @property
    def message(self) -> str:
        """What is wrong, with the files to look into; empty where nothing is."""
        if self.agreement.found:
            return ""
        what = self.agreement.message or "they are further apart than is allowed"
        files = f"{self.path.with_name('reference.py')} and {self.path.name}"
        return f"{files} disagree in {self.check} on {self.device}: {what}"


def selfcheck(
    course: Course,
    pool: Pool,
    *,
    seeds: Iterable[int],
    devices: Sequence[str] = ("cpu",),
    namespace: Callable[[str], Any] = arrays.of_device,
) -> Iterator[Row]:
    """A row for each check with an oracle and device, in the course's order.

    `namespace` tells for a device which of NumPy and CuPy the oracles compute with.
    Raises ReferenceFailed where a reference does not answer, CourseError where an oracle raises.
    """
    runs = [References(pool, seed, devices) for seed in seeds]
    for entry in course.entries:
        for references in runs:
            references.begin(entry)
    for entry in course.entries:
        yield from _rows(entry, runs, namespace)


def table(rows: Sequence[Row]) -> Table:
    """The rows as a terminal shows them; errors are in units of the allowance."""
    shown = Table(box=None, pad_edge=False)
    for title in ("exercise", "check", "device"):
        shown.add_column(title, overflow="fold")
    for title in ("error", "in float64"):
        shown.add_column(title, justify="right")
    for row in rows:
        errors = (f"{error:.2g}" for error in (row.agreement.answer, row.agreement.exact))
        shown.add_row(row.exercise, row.check, row.device, *errors)
    return shown


def _rows(entry: Entry, runs: list[References], namespace: Callable[[str], Any]) -> Iterator[Row]:
    oracle = entry.oracle
    expectations = [references.expectations(entry) for references in runs]
    for take, *found in zip(runs[0].takes(entry), *expectations, strict=True):
        if take.check in oracle.answers:
            xp = namespace(take.device)
            worst = Agreement()
            for expected in found:
                worst = worst.worse(_compared(entry, take, expected, xp))
            yield Row(entry.id, take.check, take.device, take.dtype, worst, oracle.path)


def _compared(entry: Entry, take: Take, expected: Expectation, xp: Any) -> Agreement:
    """The agreement on one take."""
    oracle = entry.oracle
    inputs = [_wide(xp, to_numpy(array)) for array in expected.inputs]
    try:
        with np.errstate(all="ignore"):
            truth = oracle.answers[take.check](xp, inputs)
    except Exception as error:
        raise CourseError(
            f"{oracle.path}: {take.check}: {type(error).__name__}: {error}; "
            f"the shapes of its inputs: {[array.shape for array in inputs]}"
        ) from error
    return agreement(expected.answer, truth, sharp=take.check not in oracle.single)


def _wide(xp: Any, array: np.ndarray[Any, Any]) -> Any:
    """The array in `xp`; floats in float64."""
    return xp.asarray(array, xp.float64 if array.dtype.kind == "f" else array.dtype)
