"""Which picture a wrong answer gets, on real probes of the course."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from grader.course.loading import load
from grader.grading import Grader
from grader.grading.job_cache import JobCache
from grader.report import jsonfile
from grader.report.record import Curves, ExerciseResult, HeatMaps, Histogram
from grader.submission import read
from grader.worker.pool import Pool

COURSE = Path(__file__).parents[2] / "solutions"


@pytest.fixture(scope="module")
def practice(pool: Pool, cache: JobCache) -> Grader:
    return Grader(load(COURSE), pool, cache=cache)


def graded(practice: Grader, folder: Path, exercise: str, mistake: str) -> ExerciseResult:
    """The result of a reference in which a known mistake is made."""
    entry = practice.course.entry(exercise)
    (made,) = [m for m in entry.mistakes if m.name == mistake]
    (folder / entry.filename).write_text(f"{entry.reference}\n\n{made.patch}\n")
    return practice.grade(read(folder, [exercise])).exercises[0]


def pictures(result: ExerciseResult) -> dict[str, object]:
    return {check.name: check.picture for check in result.checks if check.status != "passed"}


def test_an_array_becomes_heat_maps(practice: Grader, tmp_path: Path) -> None:
    """What is expected and what came out: rows that sum to 1, and columns that do."""
    result = graded(practice, tmp_path, "softmax", "sums_the_columns")
    found = pictures(result)["equals_reference"]
    assert isinstance(found, HeatMaps)
    right, given = np.array(found.expected, float), np.array(found.actual, float)
    assert right.sum(axis=1) == pytest.approx(1, abs=1e-3)
    assert given.sum(axis=0) == pytest.approx(1, abs=1e-3)
    assert np.array(found.difference, float) == pytest.approx(given - right, abs=2e-3)


def test_masks_become_a_histogram_of_their_factors(practice: Grader, tmp_path: Path) -> None:
    """Four fifths are 0 where it should be one."""
    result = graded(practice, tmp_path, "dropout", "keeps_what_it_should_drop")
    found = pictures(result)["drops_a_fifth"]
    assert isinstance(found, Histogram)
    assert sorted(found.expected)[-2:] == [0.2, 0.8]
    assert found.shares[found.expected.index(0.2)] == pytest.approx(0.8, abs=0.01)


def test_weights_become_a_histogram_beside_their_law(practice: Grader, tmp_path: Path) -> None:
    """Of the part of the answer that breaks its law; a normal distribution is no uniform one."""
    result = graded(practice, tmp_path, "xavier", "draws_from_a_normal")
    found = pictures(result)["initialises_a_net"]
    assert isinstance(found, Histogram)
    assert found.name == "weight"
    likely = [p for p in found.expected if p]
    assert max(likely) == pytest.approx(likely[1], rel=0.01)
    assert any(share for share, p in zip(found.shares, found.expected, strict=True) if not p)


def test_losses_become_curves(practice: Grader, tmp_path: Path) -> None:
    """Sums where means are expected: eight times as high."""
    result = graded(practice, tmp_path, "training_loop", "sums_the_losses")
    found = pictures(result)["returns_the_mean_losses"]
    assert isinstance(found, Curves)
    ratios = np.array(found.actual, float) / np.array(found.expected, float)
    assert ratios == pytest.approx(ratios[0], rel=1e-2)
    assert ratios[0] > 2


def test_what_passes_has_no_picture(practice: Grader, tmp_path: Path) -> None:
    """Also where a law judges."""
    entry = practice.course.entry("xavier")
    (tmp_path / entry.filename).write_text(entry.reference)
    report = practice.grade(read(tmp_path, ["xavier"]))
    assert [check.picture for check in report.exercises[0].checks] == [None] * 9
    assert b'"kind"' not in jsonfile.encode(report)


@pytest.mark.parametrize(
    "answer",
    ["print()", "'text'", "[nd.zeros(3)]", "nd.zeros((0, 3))", "nd.ones((120, 90)) * float('nan')"],
)
def test_what_cannot_be_drawn_has_no_picture(practice: Grader, tmp_path: Path, answer: str) -> None:
    """An answer of another kind than the law speaks about."""
    reference = practice.course.entry("xavier").reference
    patch = f"\n\ndef xavier_uniform(shape):\n    return {answer}\n"
    (tmp_path / "xavier.py").write_text(reference + patch)
    result = practice.grade(read(tmp_path, ["xavier"])).exercises[0]
    assert pictures(result)["draws_from_the_right_interval"] is None
