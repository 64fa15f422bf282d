"""What a submission can see of hidden checks while it runs, and of the run's seed: nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.course.loading import Course, load
from grader.grading import Grader
from grader.grading.jobs import submission_jobs, takes, wanted
from grader.report import jsonfile
from grader.report.student import for_student
from grader.submission import read
from grader.worker.pool import Pool
from tests.conftest import MINIATURE

SEED = 987_654_321
LOOKS = """
import sys

def square(X):
    frame = sys._getframe()
    while frame:
        for name, value in frame.f_locals.items():
            if name in ("job", "take", "self", "case"):
                print(name, value, getattr(value, "__dict__", ""))
        frame = frame.f_back
    return X * X + 1
"""


@pytest.fixture
def hiding(tmp_path: Path) -> Course:
    """The miniature course; the gradient of `square` is hidden."""
    folder = tmp_path / "solutions"
    shutil.copytree(MINIATURE, folder)
    checks = folder / "square" / "checks.py"
    text = checks.read_text()
    assert "points=2, hint" in text
    checks.write_text(text.replace("points=2, hint", "points=2, hidden=True, hint"))
    return load(folder)


def test_a_submission_that_looks_around_learns_nothing(hiding: Course, pool: Pool, tmp_path: Path):
    """It prints all that its frames hold; its author sees what was printed in visible checks."""
    work = tmp_path / "work"
    work.mkdir()
    (work / "square.py").write_text(LOOKS)
    report = Grader(hiding, pool, seed=SEED).grade(read(work, wanted(hiding)))
    printed = "".join(c.output for c in for_student(report).exercises[0].checks)
    assert "equals_reference" in printed  # it did look
    assert "has_the_right_gradient" not in printed
    assert str(SEED) not in printed
    hidden = {take.seed for take in takes(hiding.entry("square"), SEED, ["cpu"])[-1:]}
    assert not any(str(seed) in printed for seed in hidden)


@pytest.mark.parametrize(
    "line", ["raise NotImplementedError", "return nd.square(X)", "return nd.square(X) + 1"]
)
def test_which_line_a_hidden_input_led_to_is_not_told(
    hiding: Course, pool: Pool, tmp_path: Path, line: str
):
    """Thousands of such lines would tell the input itself."""
    wrong = "    return X * X * (1 + (X.shape[0] == 4))\n"
    text = f"from mxnet import nd\ndef square(X):\n    if X.shape[0] == 3:\n        {line}\n"
    (tmp_path / "square.py").write_text(text + wrong)
    report = Grader(hiding, pool, seed=SEED).grade(read(tmp_path, wanted(hiding)))
    assert "line 4" not in jsonfile.encode(for_student(report)).decode()


def test_a_hidden_check_is_graded_all_the_same(hiding: Course, pool: Pool, tmp_path: Path):
    (tmp_path / "square.py").write_text("def square(X):\n    return X * X\n")
    report = Grader(hiding, pool, seed=SEED).grade(read(tmp_path, wanted(hiding)))
    square = report.exercises[0]
    assert [(c.name, c.hidden, c.status) for c in square.checks] == [
        ("equals_reference", False, "passed"),
        ("keeps_float64", False, "passed"),
        ("stays_on_its_context", False, "passed"),
        ("has_the_right_gradient", True, "passed"),
    ]


def test_line_numbers_stay(hiding: Course, tmp_path: Path):
    """A visible job's checks.py has blank lines where the hidden probe stood."""
    (tmp_path / "square.py").write_text("def square(X):\n    return X * X\n")
    entry = hiding.entry("square")
    work = read(tmp_path, wanted(hiding))
    visible, hidden = submission_jobs(entry, work, takes(entry, SEED, ["cpu"]))
    assert hidden.checks == entry.checks
    assert len(visible.checks.split("\n")) == len(entry.checks.split("\n"))
    kept = [line for line in visible.checks.split("\n") if line]
    assert [line for line in entry.checks.split("\n") if line in kept and line] == kept


def test_seeds_are_told_apart_by_check_and_run():
    """One check's seed says nothing of another's, or of the run's."""
    course = load(MINIATURE)
    seeds = [
        take.seed
        for run in (1, 2)
        for entry in course.entries
        for take in takes(entry, run, ["cpu"])
    ]
    assert len(set(seeds)) == len(seeds)
    assert min(seeds) > 2**40
