"""What adorns a report fails without costing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from grader.course.loading import ReferenceFailed
from grader.grading import diagnosis, pictures, smallest, verdicts
from grader.report.record import CheckResult, ExerciseResult
from tests.conftest import check

GradeSquare = Callable[[str], ExerciseResult]
NEGATIVE = "def square(X):\n    return -(X * X)\n"


def failing(error: Exception) -> Callable[..., Any]:
    def fails(*_: Any) -> Any:
        raise error

    return fails


@pytest.mark.parametrize(
    ("module", "name", "lacks"),
    [
        (pictures.pictures, "heat_maps", lambda _, first: first.picture),
        (smallest, "corner", lambda _, first: first.example),
        (verdicts, "corner", lambda _, first: first.comparison),
        (diagnosis.symptoms, "of_values", lambda found, _: found.likely_cause),
    ],
    ids=["picture", "example", "comparison", "cause"],
)
def test_a_fault_of_the_graders_costs_what_it_was_to_make(
    grade_square: GradeSquare,
    monkeypatch: pytest.MonkeyPatch,
    module: Any,
    name: str,
    lacks: Callable[[ExerciseResult, CheckResult], object],
) -> None:
    """The verdict stands, the rest of the report is there, and stderr has the traceback."""
    monkeypatch.setattr(module, name, failing(ZeroDivisionError("of ours\x1b")))
    with pytest.warns(RuntimeWarning, match=r"of ours\\x1b") as warned:
        found = grade_square(NEGATIVE)
    first = check(found, "equals_reference")
    assert (found.status, first.status, lacks(found, first)) == ("failed", "failed", None)
    assert "20 of 20 elements differ" in first.message
    assert "Traceback" in str(warned[0].message)


def test_a_fault_of_the_course_is_still_one(
    grade_square: GradeSquare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which the author must hear of."""
    monkeypatch.setattr(smallest, "corner", failing(ReferenceFailed("of the course")))
    with pytest.raises(ReferenceFailed, match="of the course"):
        grade_square(NEGATIVE)
