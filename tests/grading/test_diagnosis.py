"""Which known mistake is told as the likely cause."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.course.loading import load
from grader.grading import Grader
from grader.submission import read
from grader.worker.pool import Pool
from tests.conftest import MINIATURE, RIGHT

TOGETHER = '''
import os

from mxnet.gluon import nn


class leaves_something(Mistake):
    """This leaves something."""

    def square(X):
        nd.random.uniform(shape=(3,))
        nn.Dense(1)
        globals()["left"] = 1
        return X


class draws(Mistake):
    """This draws."""

    def square(X):
        return X * X + nd.random.uniform(shape=X.shape)


class names(Mistake):
    """This names."""

    def square(X):
        return X * X + int(nn.Dense(1).name[5:]) + 2


class looks(Mistake):
    """This looks."""

    def square(X):
        return X * X + globals().get("left", 4)


class ends(Mistake):
    """This ends."""

    def square(X):
        os._exit(1)
'''
BEGIN = "import os\nfrom mxnet import nd\nfrom mxnet.gluon import nn\ndef square(X):\n    "


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("os._exit(1)", "This ends."),
        ("return X * X + nd.random.uniform(shape=X.shape)", "This draws."),
        ("return X * X + int(nn.Dense(1).name[5:]) + 2", "This names."),
        ("return X * X + 4", "This looks."),
    ],
)
def test_one_mistake_is_not_another_ones(pool: Pool, tmp_path: Path, line: str, told: str) -> None:
    """Though one process makes several: what one draws, names or ends is told as if it were alone,
    with nothing left of those before it."""
    shutil.copytree(MINIATURE, tmp_path / "solutions")
    with (tmp_path / "solutions" / "square" / "mistakes.py").open("a", encoding="utf-8") as file:
        file.write(TOGETHER)
    (tmp_path / "square.py").write_text(BEGIN + line)
    grader = Grader(load(tmp_path / "solutions"), pool, seed=1)
    assert grader.grade(read(tmp_path, ["square"])).exercises[0].likely_cause == told


def test_a_mistake_must_give_every_wrong_answer(pool: Pool, tmp_path: Path) -> None:
    """One that is alike where it is wrong first, and nowhere else, is another one."""
    line = "return X + X if X.shape == (4, 5) else 3 * X"
    (tmp_path / "square.py").write_text(BEGIN + line)
    grader = Grader(load(MINIATURE), pool, seed=1)
    cause = grader.grade(read(tmp_path, ["square"])).exercises[0].likely_cause
    assert cause != "X + X is twice X: multiply instead."


COARSE = '''

class computes_in_float32(Mistake):
    """The answer is in float32."""

    def square(X):
        return X.astype("float32") ** 2
'''


def test_a_coarse_answer_is_the_same_but_for_a_coarse_rounding(pool: Pool, tmp_path: Path) -> None:
    """Where float64 is asked for, two answers in float32 differ by float32's last place."""
    shutil.copytree(MINIATURE, tmp_path / "solutions")
    with (tmp_path / "solutions" / "square" / "mistakes.py").open("a", encoding="utf-8") as file:
        file.write(COARSE)
    line = 'return (X.astype("float32") / 3) * X.astype("float32") * 3'
    (tmp_path / "square.py").write_text(BEGIN + line)
    grader = Grader(load(tmp_path / "solutions"), pool, seed=1)
    [exercise] = grader.grade(read(tmp_path, ["square"])).exercises
    assert exercise.likely_cause == "The answer is in float32."


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
