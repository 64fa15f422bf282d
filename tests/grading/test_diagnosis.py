"""How much is run to find a likely cause."""

from __future__ import annotations

import shutil
from concurrent.futures import Future
from pathlib import Path

import pytest

from grader.course.loading import Course, Entry, load
from grader.grading import Grader
from grader.submission import read
from grader.worker.client import Run
from grader.worker.pool import Pool
from tests.conftest import MINIATURE, RIGHT

DRAWS = RIGHT["two"].replace("uniform(0, 1", "uniform(-1, 1")
SHIFT = RIGHT["two"].replace("X + self.amount", "X + self.amounts")


def test_mistakes_are_run_as_far_as_to_what_is_wrong(
    course: Course, pool: Pool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And further only where they are right before it and wrong there, each time once; those of
    another stub are not run."""
    grader = Grader(course, pool, seed=1)
    begin = grader.references.begin_mistake
    begun: list[tuple[str, int]] = []

    def noted(entry: Entry, number: int, count: int) -> Future[Run]:
        begun.append((entry.mistakes[number].name, count))
        return begin(entry, number, count)

    def cause(exercise: str, source: str) -> str | None:
        begun.clear()
        file = tmp_path / f"{exercise}.py"
        file.write_text(source)
        report = grader.grade(read(file, [exercise]))
        return next(e.likely_cause for e in report.exercises if e.id == exercise)

    monkeypatch.setattr(grader.references, "begin_mistake", noted)
    assert cause("two", SHIFT) == "There is no self.amounts: `__init__` keeps self.amount."
    assert begun == [("misspells_the_amount", 1)]
    assert cause("two", DRAWS) == "The draws must begin at 0, not at -1."
    assert begun == [("draws_from_minus_one", 1)]
    assert cause("two", SHIFT) == "There is no self.amounts: `__init__` keeps self.amount."
    assert begun == []
    assert cause("square", "def square(X):\n    return X + X\n")
    assert sorted(begun) == [
        ("doubles", 1),
        ("doubles", 4),
        ("forgets_to_return", 1),
        ("multiplies_matrices", 1),
    ]
    cause("square", "def square(X):\n    return (X * X).astype('float32')\n")
    assert begun == []


IN_BOTH = '''

class is_wrong_in_both(Mistake):
    """Both begin too low."""

    class Shift(nn.Block):
        def __init__(self, amount):
            super().__init__()

        def forward(self, X):
            return X - 7

    def draws(n):
        return nd.random.uniform(-3, 1, shape=(n,))
'''


def test_a_mistake_in_two_stubs_explains_the_one_that_is_done(pool: Pool, tmp_path: Path) -> None:
    """Though the check of the other, which is still to be filled in, comes first."""
    shutil.copytree(MINIATURE, tmp_path / "solutions")
    with (tmp_path / "solutions" / "two" / "mistakes.py").open("a", encoding="utf-8") as file:
        file.write(IN_BOTH)
    source = RIGHT["two"].replace("return X + self.amount", "raise NotImplementedError")
    (tmp_path / "two.py").write_text(source.replace("uniform(0, 1", "uniform(-3, 1"))
    grader = Grader(load(tmp_path / "solutions"), pool, seed=1)
    assert grader.grade(read(tmp_path, ["two"])).exercises[0].likely_cause == "Both begin too low."


TWICE = """
from mxnet import nd


def twice(X):
    # solution: begin
    return 2 * X
    # solution: end


def four_times(X):
    # solution: begin
    return twice(twice(X))
    # solution: end
"""
CHECKS = '''
from grader.course import Exercise

exercise = Exercise("One calls the other", stubs=["twice", "four_times"])


@exercise.check(points=1)
def doubles(solution, case):
    """Doubles."""
    return solution.twice(case.normal(3))


@exercise.check(points=1)
def quadruples(solution, case):
    """Quadruples."""
    return solution.four_times(case.normal(3))
'''
ADDS = '''
from grader.course import Mistake


class adds_two(Mistake):
    """This adds 2."""

    def twice(X):
        return X + 2
'''


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("return twice(twice(X))", True),
        ("return 4 * X", True),
        ("return twice(X) + 7", True),
        ("return nd.zeros(3)", True),
        ("return 4 * X\n\n\ndef twice(X):\n    return X + 3", False),
    ],
)
def test_a_mistake_is_told_whatever_is_wrong_with_what_calls_it(
    pool: Pool, tmp_path: Path, other: str, told: bool
) -> None:
    """Its own stub's checks count: the mistake loses those of the stub that calls it, too."""
    shutil.copytree(MINIATURE, tmp_path / "solutions")
    folder = tmp_path / "solutions" / "two"
    for name, text in (("reference", TWICE), ("checks", CHECKS), ("mistakes", ADDS)):
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    source = TWICE.replace("return 2 * X", "return X + 2")
    (tmp_path / "two.py").write_text(source.replace("return twice(twice(X))", other))
    grader = Grader(load(tmp_path / "solutions"), pool, seed=1)
    cause = grader.grade(read(tmp_path, ["two"])).exercises[0].likely_cause
    assert (cause == "This adds 2.") == told
