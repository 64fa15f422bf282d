"""One check as plain text."""

from __future__ import annotations

from grader.report import excerpt
from grader.report.again import Again
from tests.report import samples


def test_a_long_title_is_one_line() -> None:
    """The first; what the report says below its heading follows."""
    title = "Stays finite for logits near 1000 and -1000, and for 0"
    check = samples.check("finite", f"{title}.", "failed", message="Why.")
    exercise = samples.exercise("softmax", "failed", [check])
    said = excerpt.of_check(exercise, check, Again("", "", None), width=40)
    assert said == (
        f"softmax: {title}\n  failed: finite on cpu, float32; 0 of 2\n  points\n\n  Why."
    )
