"""A device that is not there: shown, with the reason, and no part of the total."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from rich.console import Console

from grader.course.loading import Course
from grader.grading import Grader
from grader.report import jsonfile, terminal
from grader.report.record import Report
from grader.worker.pool import Pool

Grade = Callable[..., Report]
REASON = "An old GPU has compute capability 3.5"


@pytest.fixture
def grader(course: Course, pool: Pool) -> Grader:
    return Grader(course, pool, seed=1, lacking={"gpu": REASON})


def test_its_checks_are_skipped_with_the_reason(grade: Grade, grader: Grader) -> None:
    """One beside each check that runs on every device; none beside `cpu:1`'s own."""
    square, two = grade(grader).exercises
    assert [(c.name, c.device, c.status) for c in square.checks] == [
        ("equals_reference", "cpu", "passed"),
        ("equals_reference", "gpu", "skipped"),
        ("has_the_right_gradient", "cpu", "passed"),
        ("has_the_right_gradient", "gpu", "skipped"),
        ("keeps_float64", "cpu", "passed"),
        ("keeps_float64", "gpu", "skipped"),
        ("stays_on_its_context", "cpu:1", "passed"),
    ]
    skipped = [c for e in (square, two) for c in e.checks if c.status == "skipped"]
    assert {(c.message, c.points) for c in skipped} == {(f"{REASON}.", 0)}


def test_its_points_are_left_out_of_the_total(
    grade: Grade, grader: Grader, course: Course, pool: Pool
) -> None:
    """The same totals and states as on a machine that was never asked for a GPU."""
    for square in ("def square(X):\n    return X * X\n", "def square(X):\n    return X + X\n"):
        asked, plain = (grade(one, square=square) for one in (grader, Grader(course, pool, seed=1)))
        totals = [
            (r.points, r.max_points, r.next_action, [e.status for e in r.exercises])
            for r in (asked, plain)
        ]
        assert totals[0] == totals[1]


def test_the_next_thing_to_do_is_never_a_skipped_check(grade: Grade, grader: Grader) -> None:
    """Though one stands before the check that failed."""
    text = "def square(X):\n    return X * X if X.dtype.__name__ == 'float32' else X\n"
    report = grade(grader, square=text)
    failed = next(c for c in report.exercises[0].checks if c.status == "failed")
    assert report.next_action == f"Next in square: {failed.title}"


def test_a_file_that_is_missing(grade: Grade, grader: Grader) -> None:
    """Nothing of it ran; what is lacking is said all the same, and once."""
    square = grade(grader, square=None).exercises[0]
    assert (square.status, square.max_points) == ("missing", 7)
    assert sum(c.status == "skipped" for c in square.checks) == 3


def test_the_report_says_it(grade: Grade, grader: Grader) -> None:
    """On a terminal in one sentence; and the record is a valid one."""
    report = grade(grader)
    shown = io.StringIO()
    terminal.render(report, Console(file=shown, width=200))
    text = " ".join(shown.getvalue().split())
    assert f"on gpu skipped; 10 points are left out of the total. {REASON}." in text
    assert jsonfile.decode(jsonfile.encode(report)) == report
