"""How much of what a submission printed its report keeps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.grading.printed import bounded
from grader.report import jsonfile
from grader.report.record import CheckResult, ExerciseResult
from grader.sandbox import Limits

CUT = "\n[cut: the checks of this exercise printed too much]"


def printing(*outputs: str) -> list[CheckResult]:
    return [
        CheckResult(
            name="any", title="", status="passed", points=0, max_points=1, device="", output=output
        )
        for output in outputs
    ]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (["a\n", "", "b" * 57], ["a\n", "", "b" * 57]),
        (["a\n", "", "b" * 58], ["a\n", "", "b" * 9 + CUT]),
        (["\0" * 60, "b" * 60, "c"], ["\0" * 10 + CUT, CUT, CUT]),
        (["數" * 30, "b" * 60, "c"], ["數" * 10 + CUT, "b" * 5 + CUT, "c"]),
    ],
    ids=["all", "beyond by one", "all escaped", "three bytes each"],
)
def test_outputs_share_one_room(given: list[str], kept: list[str]) -> None:
    """Of 60 bytes, as JSON writes them; what has to be cut leaves some to the others."""
    assert [check.output for check in bounded(printing(*given), 60)] == kept


def test_control_characters_fill_no_report(grade_square: Callable[[str], ExerciseResult]) -> None:
    """Each of which takes six bytes in JSON."""
    found = grade_square("def square(X):\n    print('\\1' * 100_000)\n    return X * X\n")
    assert (found.status, found.checks[0].output[:3]) == ("done", "\1\1\1")
    assert len(jsonfile.to_json(found)) < 5 * Limits().output
