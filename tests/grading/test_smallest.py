"""When a report shows a small case to work through by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.grading import smallest
from grader.report.record import ExerciseResult
from tests.conftest import check

NEGATIVE = "def square(X):\n    return -(X * X)\n"


@pytest.mark.parametrize(("most", "shown"), [(1, True), (0, False)])
def test_a_case_of_too_many_inputs_is_not_shown(
    grade_square: Callable[[str], ExerciseResult],
    monkeypatch: pytest.MonkeyPatch,
    most: int,
    shown: bool,
) -> None:
    """Nobody works through dozens; what is expected and what came is told all the same."""
    monkeypatch.setattr(smallest, "_MOST", most)
    found = check(grade_square(NEGATIVE), "equals_reference")
    assert (found.example is not None) == shown
    assert found.comparison is not None
