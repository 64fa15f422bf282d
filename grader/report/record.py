"""The one record of a grading; every rendering is a pure function of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from msgspec import Meta, Struct

SCHEMA = "gluon-grader/report/1"
PRACTICE_SEED = 20_220_222
"""The seed unless another is asked for: a student sees the same numbers at every run."""

ExerciseStatus = Literal["done", "partly", "failed", "not_started", "borrowed", "error", "missing"]
CheckStatus = Literal["passed", "failed", "error", "timeout", "not_run", "skipped"]


def folded(index: Sequence[int], shape: Sequence[int]) -> tuple[int, int]:
    """Return row and column of an element where the array's leading axes are folded into rows."""
    row = 0
    for place, size in zip(index[:-1], shape[:-1], strict=True):
        row = row * size + place
    return row, index[-1] if index else 0


class Matrix(Struct, frozen=True, kw_only=True):
    """A corner of an array, as formatted numbers to draw."""

    shape: list[int]
    rows: list[list[str]]
    """At most 6 by 6, the worst element within."""
    row: int = 0
    column: int = 0
    """Where the corner begins in the array (leading axes folded into rows)."""

    def place(self, index: Sequence[int]) -> tuple[int, int] | None:
        """Return row and column within the corner of the array's element at `index`; None where it
        is not within."""
        if len(index) != len(self.shape):
            return None
        row, column = folded(index, self.shape)
        row, column = row - self.row, column - self.column
        inside = row in range(len(self.rows)) and column in range(len(self.rows[0]))
        return (row, column) if inside else None

    def label(self, row: int) -> list[int]:
        """Return the index of a row of the corner, of all leading axes; none for a vector."""
        rest, parts = self.row + row, []
        for size in reversed(self.shape[:-1]):
            rest, part = divmod(rest, size or 1)
            parts.append(part)
        return parts[::-1]


class Comparison(Struct, frozen=True, kw_only=True):
    """Where and by how much an array differs from what was expected."""

    index: list[int]
    """The worst element."""
    expected: str
    actual: str
    ratio: float | None
    """The worst error in units of the allowance; None where the actual value is not finite."""
    wrong: int
    total: int
    expected_matrix: Matrix
    actual_matrix: Matrix


class Example(Struct, frozen=True, kw_only=True):
    """A smaller and simpler case on which the answer is wrong too, to work through by hand."""

    simpler: int
    """Which simplification it is, for `grader debug --simpler`."""
    inputs: list[Matrix]
    expected: Matrix
    actual: Matrix


class HeatMaps(Struct, frozen=True, kw_only=True, tag_field="kind", tag="heat_maps"):
    """Expected, actual and actual - expected, to be drawn; None where a value is not finite."""

    shape: list[int]
    expected: list[list[float | None]]
    """At most 16 by 16; leading axes are folded into rows."""
    actual: list[list[float | None]]
    difference: list[list[float | None]]
    row: int = 0
    column: int = 0
    """The first row and column that are kept."""
    row_step: int = 1
    column_step: int = 1
    """Of a large array every so many rows and columns are kept, the worst element among them."""


class Histogram(Struct, frozen=True, kw_only=True, tag_field="kind", tag="histogram"):
    """How draws spread over bins, beside the law that they should follow."""

    name: str = ""
    """Which part of the answer was drawn; empty for all of it."""
    law: str
    edges: list[float]
    """One more than there are bins."""
    shares: list[float]
    """Of all draws, in each bin."""
    expected: list[float]
    """The law's probability of each bin."""
    draws: int
    beyond: int = 0
    """Draws outside of all bins."""


class Curves(Struct, frozen=True, kw_only=True, tag_field="kind", tag="curves"):
    """Two sequences of numbers, such as losses; None where a value is not finite."""

    name: str = ""
    """Which part of the answer this is; empty for all of it."""
    expected: list[float | None]
    """At most 200."""
    actual: list[float | None]


Picture = HeatMaps | Histogram | Curves


class SourceLine(Struct, frozen=True, kw_only=True):
    """A line of the student's own code."""

    file: str
    line: int
    source: str
    function: str = ""


class CheckResult(Struct, frozen=True, kw_only=True):
    """What one check found on one device."""

    name: str
    title: str
    status: CheckStatus
    points: float
    max_points: float
    device: str
    dtype: str = "float32"
    hidden: bool = False
    """Whether a student may see what it tests and its points only (grader/report/student.py)."""
    message: str = ""
    """Plain sentences; empty for a check that passed without remark."""
    hint: str = ""
    margin: float | None = None
    """The largest error in units of the allowance (at most 1 on a pass); None where the check
    compares nothing."""
    false_rejection: float | None = None
    """The stated bound of a random law."""
    comparison: Comparison | None = None
    example: Example | None = None
    picture: Picture | None = None
    """Where one shows more than a sentence does."""
    traceback: list[SourceLine] = []
    """The student's lines, outermost first."""
    output: str = ""
    """What the submission printed during this check, cut at the stated length."""
    seconds: float = 0.0


class ExerciseResult(Struct, frozen=True, kw_only=True):
    """One exercise: its checks and what they add up to."""

    id: str
    title: str
    section: str = ""
    status: ExerciseStatus
    points: float
    max_points: float
    message: str = ""
    """What concerns the whole file: missing, not UTF-8, a syntax error, a renamed stub."""
    likely_cause: str | None = None
    notes: list[str] = []
    """Remarks that cost nothing, such as a top-level statement that raised."""
    checks: list[CheckResult]


class Report(Struct, frozen=True, kw_only=True):
    """One submission, graded."""

    schema: str = SCHEMA
    submission: str
    language: str = "en"
    """In which the sentences are written: `en` or `zh_CN`."""
    seed: Annotated[int | None, Meta(description="null: withheld until the run is published")]
    points: float
    max_points: float
    isolation: str
    """What was in force: `bubblewrap, seccomp, rlimits` or less."""
    devices: list[str]
    versions: dict[str, str]
    limits: dict[str, float]
    notes: list[str] = []
    next_action: str
    seconds: float
    exercises: list[ExerciseResult]
