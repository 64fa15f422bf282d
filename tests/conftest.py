"""Warm workers for every test that needs one, and a miniature course to grade.

No test waits for MXNet twice: all of them share one pool, which runs each job in a child of its
own, and the tests of time-outs shorten its patience for themselves.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from grader import language
from grader.course.loading import Course, Entry, load
from grader.grading import Grader
from grader.grading.job_cache import JobCache
from grader.report.record import CheckResult, ExerciseResult, Report
from grader.sandbox import Isolation, Limits, find_isolation
from grader.submission import read
from grader.worker.client import ENVIRONMENT, JobResult, Worker
from grader.worker.pool import Pool
from grader.worker.protocol import Job, Take
from tests import tally

# Some tests use MXNet in this process: what it is told must be said before its first import.
os.environ.update(ENVIRONMENT)
# Whatever the developer's locale: commands that tests start speak English unless they are told.
os.environ["LANGUAGE"] = "en"
# However pytest was started: commands that run in this process bear the grader's name.
sys.argv[0] = "grader"

MINIATURE = Path(__file__).parent / "miniature" / "solutions"

RIGHT = {
    "square": "def square(X):\n    return X * X\n",
    "two": (
        "from mxnet import nd\n"
        "class Shift:\n"
        "    def __init__(self, amount):\n"
        "        self.amount = amount\n"
        "    def __call__(self, X):\n"
        "        return X + self.amount\n"
        "def draws(n):\n"
        "    return nd.random.uniform(0, 1, shape=(n,))\n"
    ),
}
"""A right solution of each exercise of the miniature course."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first: what begins last has one core, and the others are idle."""
    items.sort(key=lambda item: item.path.name != "test_course.py")


def pytest_sessionfinish(session: pytest.Session) -> None:
    tally.hand_over(session.config)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    tally.take_over(node.config, getattr(node, "workeroutput", {}).get("rows", {}))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print what was counted on the real course."""
    rows = tally.rows(terminalreporter.config)
    columns = sorted({name for row in rows.values() for name in row})
    table = [["exercise", *columns]]
    table += [[name, *(rows[name].get(column, "-") for column in columns)] for name in sorted(rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    if rows:
        terminalreporter.section("the course")
    for line in table if rows else []:
        text = "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        terminalreporter.write_line(text.rstrip())


@pytest.fixture(scope="session")
def isolation() -> Isolation:
    return find_isolation()


@pytest.fixture(scope="session")
def pool(isolation: Isolation) -> Iterator[Pool]:
    """Two warm workers; one where other processes of the tests have some too."""
    with Pool(isolation, Limits(), 1 if "PYTEST_XDIST_WORKER" in os.environ else 2) as warm:
        yield warm


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> JobCache:
    """What references and mistakes answer, for all processes of these tests together."""
    folder = tmp_path_factory.getbasetemp()
    return JobCache((folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "cache")


@pytest.fixture
def worker(pool: Pool) -> Iterator[Worker]:
    """One worker of the pool, for this test alone."""
    with pool._borrowed() as free:
        yield free


@pytest.fixture
def chinese() -> Iterator[None]:
    """While a test runs, its process speaks Chinese."""
    language.use("zh_CN")
    yield
    language.use(language.ENGLISH)


@pytest.fixture(scope="session")
def course() -> Course:
    return load(MINIATURE)


@pytest.fixture(scope="session")
def square(course: Course) -> Entry:
    return course.entry("square")


@pytest.fixture(scope="session")
def grader(course: Course, pool: Pool) -> Grader:
    """With the seed 1."""
    return Grader(course, pool, seed=1)


@pytest.fixture
def grade(tmp_path: Path, grader: Grader) -> Callable[..., Report]:
    """Grades files: `grade(square="...", two=None)`; what is not named is right, None is absent."""

    def run(grader: Grader = grader, **sources: str | None) -> Report:
        for name, text in (RIGHT | sources).items():
            if text is not None:
                (tmp_path / f"{name}.py").write_text(text)
        return grader.grade(read(tmp_path, list(RIGHT)))

    return run


@pytest.fixture
def grade_square(grade: Callable[..., Report]) -> Callable[[str], ExerciseResult]:
    """Grades one text as `square.py`."""
    return lambda text: grade(square=text).exercises[0]


def check(exercise: ExerciseResult, name: str) -> CheckResult:
    """The result of the check with this name."""
    return next(check for check in exercise.checks if check.name == name)


PROBES = """
from grader.course import Exercise

exercise = Exercise("Any", stubs=[{stubs}], own_work=[{own_work}])
"""


def job(
    source: str,
    *probes: str,
    stubs: str = "",
    own_work: str = "",
    takes: list[Take] | None = None,
    **more: Any,
) -> Job:
    """A job of an exercise with these probes: bodies of functions of `solution` and `case`.

    Each becomes a check, and each check a take where no others are given.
    """
    checks = PROBES.format(stubs=stubs, own_work=own_work)
    names = []
    for number, probe in enumerate(probes):
        checks += f'''
@exercise.check(points=1)
def probe{number}(solution, case):
    """Title."""
    {probe}
'''
        names.append(f"probe{number}")
    every = [Take(name, 7) for name in names] if takes is None else takes
    return Job("any", "any.py", source, checks, every, **more)


def said(run: JobResult) -> list[Any]:
    """What each take brought: a number's value, a text, or how it ended."""
    words: list[Any] = []
    for take in run.takes:
        if take.answer is None:
            words.append(take.end.value)
        elif take.answer.failure:
            words.append(take.answer.failure.type)
        else:
            words.append(getattr(take.answer.value, "value", take.answer.value))
    return words
