"""Numbers about a class, against the plain way to compute them."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from datetime import datetime, timezone

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.classroom.analysis import analyse
from grader.classroom.discrimination import Discrimination
from grader.classroom.gradebook import Gradebook, Graded
from grader.report.record import CheckResult, ExerciseResult, Report
from tests.classroom.reporting.classes import gradebook
from tests.report import samples

NOW = datetime(2026, 11, 24, tzinfo=timezone.utc)


def book(*exercises: list[ExerciseResult]) -> Gradebook:
    """A class of students with these exercises, named a, b, c and so on."""
    graded = [
        Graded(chr(97 + k), "x.zip", NOW, samples.report(made, "Next."))
        for k, made in enumerate(exercises)
    ]
    return Gradebook("Course", 1, published=False, read=lambda: iter(graded))


def lone(*checks: CheckResult, cause: str | None = None) -> list[ExerciseResult]:
    return [samples.exercise("sgd", "partly", list(checks), likely_cause=cause)]


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 40)), min_size=2, max_size=60))
def test_discrimination_is_pearsons_correlation(answers: list[tuple[bool, int]]) -> None:
    """Gathered one by one, it is what numpy computes from the whole."""
    found = Discrimination()
    for passed, rest in answers:
        found.add(rest / 3, passed=passed)
    passes, rests = zip(*answers, strict=True)
    if len(set(passes)) == 1 or len(set(rests)) == 1:
        assert found.value() is None
    else:
        assert found.value() == pytest.approx(np.corrcoef(passes, rests)[0, 1], abs=1e-9)


def test_a_checks_own_points_are_left_out() -> None:
    """A check that is all there is cannot correlate with itself, on two devices neither."""
    passed = [samples.check("a", "A.", device=device) for device in ("cpu", "cpu:1")]
    failed = [samples.check("a", "A.", "failed", device=device) for device in ("cpu", "cpu:1")]
    (exercise,) = analyse(book(lone(*passed), lone(*failed))).exercises
    assert [(item.device, item.discrimination) for item in exercise.items] == [
        ("cpu", None),
        ("cpu:1", None),
    ]


def test_class_against_numpy(reports: list[Report]) -> None:
    """Pass rates, discriminations and scores of a class of real results are numpy's."""
    made = gradebook(reports, 200)
    found = analyse(made)
    points = np.array([graded.report.points for graded in made])
    assert found.scores.mean == pytest.approx(points.mean())
    assert found.scores.median == pytest.approx(np.median(points))
    assert found.scores.deviation == pytest.approx(points.std())
    assert sum(found.histogram) == 200
    full = found.marks.max_points
    edges = [full * k / 10 for k in range(11)]
    assert found.histogram == np.histogram(points, edges)[0].tolist()
    defined = 0
    for place, exercise in enumerate(found.exercises):
        own = [graded.report.exercises[place] for graded in made]
        assert exercise.scores.mean == pytest.approx(np.mean([e.points for e in own]))
        for item in exercise.items:
            passed, rest = [], []
            for report, e in zip((graded.report for graded in made), own, strict=True):
                same = [c for c in e.checks if c.name == item.check]
                passed += [c.status == "passed" for c in same if c.device == item.device]
                rest.append(report.points - sum(c.points for c in same))
            assert item.pass_rate == pytest.approx(np.mean(passed))
            if item.discrimination is not None:
                defined += 1
                expected = np.corrcoef(passed, rest)[0, 1]
                assert item.discrimination == pytest.approx(expected, abs=1e-9)
    assert defined > 10


def test_skipped_checks_count_for_nobody() -> None:
    """Where a device is missing nobody passes or fails."""
    skipped = samples.check("b", "B.", "skipped", device="gpu:0")
    (exercise,) = analyse(book(lone(samples.check("a", "A."), skipped))).exercises
    a, b = exercise.items
    assert (a.counted, a.pass_rate, b.counted, b.pass_rate) == (1, 1.0, 0, None)


def test_discrimination_leaves_out_who_could_not_be_checked() -> None:
    """A report in which the check was skipped changes nothing for it."""
    good, bad = samples.check("a", "A."), samples.check("a", "A.", "failed")
    passed, failed = samples.check("b", "B."), samples.check("b", "B.", "failed")
    made = [lone(good, passed), lone(bad, failed), lone(good, failed), lone(bad, passed)]
    made.append(lone(good, passed))
    skipped = lone(bad, samples.check("b", "B.", "skipped"))
    found = [
        analyse(book(*class_)).exercises[0].items[1].discrimination
        for class_ in (made, [*made, skipped, skipped])
    ]
    assert found[0] == found[1] != 0


def test_likely_causes() -> None:
    """They are counted for the exercise, and for each check that was lost with them."""
    good, bad = samples.check("a", "A."), samples.check("b", "B.", "failed")
    found = analyse(
        book(
            lone(good, bad, cause="One."),
            lone(good, bad, cause="Two."),
            lone(good, bad, cause="Two."),
            lone(good, bad),
        )
    )
    (exercise,) = found.exercises
    assert exercise.causes == [("Two.", 2), ("One.", 1)]
    assert [item.causes for item in exercise.items] == [[], [("Two.", 2), ("One.", 1)]]
    assert exercise.items[1].statuses == {"failed": 4}


def test_an_empty_class() -> None:
    """Nothing is divided by nobody."""
    found = analyse(book())
    assert (found.scores.count, found.exercises, found.marks.share(0)) == (0, [], 0)


def test_exercises_are_in_the_courses_order() -> None:
    """Reports with some exercises only are fitted together."""
    a, b, c = (samples.exercise(name, "done") for name in ("softmax", "sgd", "xavier"))
    found = analyse(book([a, c], [b, c], [a, b]))
    assert [exercise.id for exercise in found.exercises] in (
        ["softmax", "sgd", "xavier"],
        ["sgd", "softmax", "xavier"],
    )
    assert found.marks.max_points == 18
    assert "sgd" not in found.marks.rows[0].marks


def test_reports_are_not_kept(reports: list[Report]) -> None:
    """Memory does not grow by reports: a hundred times the class costs a few MB of numbers."""

    def heavy(size: int) -> Iterator[Graded]:
        for graded in gradebook(reports, size):
            text = f"{graded.student} " * 2000
            yield Graded(
                graded.student, text[:8], NOW, samples.report(graded.report.exercises, text)
            )

    tracemalloc.start()
    try:
        analyse(Gradebook("C", 1, published=False, read=lambda: heavy(1000)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8e6
