"""What a student is shown, and what is kept from them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace

from grader.course.loading import load
from grader.grading import Grader
from grader.report import jsonfile, words
from grader.report.record import CheckResult, CheckStatus, ExerciseResult, Report
from grader.report.student import for_student
from grader.submission import read
from grader.worker.pool import Pool
from tests.conftest import check
from tests.report import samples
from tests.report.test_terminal import drawn, unloaded

CHECKS = '''"""How `square` is checked."""

from grader.course import Exercise

exercise = Exercise("Square", stubs=["square"])


@exercise.check(points=2, hint="SECRET HINT", hidden=True)
def works_beyond_a_million(solution, case):
    """Works for numbers beyond a million."""
    return solution.square(case.array([[1234567.0, 2.0]]))


@exercise.check(points=3, hint="Multiply X by itself.")
def equals_reference(solution, case):
    """Equals the reference on random numbers."""
    return solution.square(case.normal(*case.sizes(4, 5)))
'''
PRINTS_AND_REMEMBERS = """
seen = []
def square(X):
    print("seen", seen)
    seen.append(float(X.asnumpy().max()))
    if seen[-1] > 1e6:
        raise ValueError(f"the input is {seen[-1]}")
    return X * X
"""
WRONG_WHERE_HIDDEN = """
def square(X):
    print("the input is", X.asnumpy().tolist())
    return X * X if float(X.max().asscalar()) < 1e6 else X
"""


@pytest.fixture(scope="module")
def grader(tmp_path_factory: pytest.TempPathFactory, pool: Pool) -> Grader:
    """A course of one exercise, whose hidden check stands first in its file."""
    folder = tmp_path_factory.mktemp("course")
    (folder / "course.toml").write_text(
        'title = "One"\n[[units]]\nname = "One"\nexercises = [{ id = "square", section = "1" }]\n'
    )
    (folder / "square").mkdir()
    (folder / "square" / "checks.py").write_text(CHECKS)
    (folder / "square" / "reference.py").write_text(
        '"""Square."""\n\n\ndef square(X):\n    """X: NDArray."""\n'
        "    # solution: begin\n    return X * X\n    # solution: end\n"
    )
    (folder / "square" / "mistakes.py").write_text('"""None."""\n')
    return Grader(load(folder), pool, seed=987654321)


def graded(grader: Grader, folder: Path, text: str) -> Report:
    (folder / "square.py").write_text(text)
    return grader.grade(read(folder, ["square"]))


def test_hidden_checks_run_last(grader: Grader) -> None:
    """A visible check cannot print what a hidden one was given."""
    names = [check.name for check in grader.course.entries[0].exercise.checks]
    assert names == ["equals_reference", "works_beyond_a_million"]


@pytest.mark.parametrize("text", [PRINTS_AND_REMEMBERS, WRONG_WHERE_HIDDEN])
def test_inputs_of_hidden_checks_stay_hidden(grader: Grader, tmp_path: Path, text: str) -> None:
    """Neither the numbers nor the hint of a hidden check are in what its student gets."""
    full = graded(grader, tmp_path, text)
    seen = for_student(full)
    for secret in ("123456", "e+06", "e+12", "SECRET HINT"):
        assert secret not in jsonfile.encode(seen).decode()
        assert secret not in drawn(seen, detail="all")
    assert "1234567" in drawn(full, detail="all")


def test_hidden_check_in_full(grader: Grader, tmp_path: Path) -> None:
    """Title, points and status are there, and one sentence that says why there is no more."""
    exercise = for_student(graded(grader, tmp_path, WRONG_WHERE_HIDDEN)).exercises[0]
    assert check(exercise, "works_beyond_a_million") == CheckResult(
        name="works_beyond_a_million",
        title="Works for numbers beyond a million.",
        status="failed",
        points=0,
        max_points=2,
        device="cpu",
        hidden=True,
        message=words.WITHHELD,
    )
    assert check(exercise, "equals_reference").output.startswith("the input is")


def test_command_is_left_out(grader: Grader, tmp_path: Path) -> None:
    """A student is not told to look at a hidden input; an instructor is told how to."""
    full = graded(grader, tmp_path, WRONG_WHERE_HIDDEN)
    assert "debug square:works_beyond_a_million" in drawn(full)
    assert "debug" not in drawn(for_student(full))
    assert "; a hidden check" in drawn(for_student(full))


@pytest.mark.parametrize("status", ["failed", "error", "timeout", "passed", "not_run", "skipped"])
def test_status_decides_the_message(status: CheckStatus) -> None:
    """A check that did not run says why; its reason is not the input."""
    full = samples.check("a", "A.", status, message="why", hidden=True, output="x", seconds=3.0)
    report = samples.report([samples.exercise("sgd", "partly", [full])], "Next.")
    found = for_student(report).exercises[0].checks[0]
    expected = {"passed": "", "not_run": "why", "skipped": "why"}.get(status, words.WITHHELD)
    assert (found.message, found.output, found.seconds) == (expected, "", 0)


def test_time_spent_on_a_hidden_input_is_not_told() -> None:
    """A submission can sleep as long as a number is large."""
    checks = [
        samples.check("a", "A.", "passed", seconds=0.5),
        samples.check("b", "B.", "failed", hidden=True, seconds=7.25),
    ]
    report = samples.report([samples.exercise("sgd", "partly", checks)], "Next.")
    assert for_student(replace(report, seconds=7.8)).seconds == 0.5


def with_cause(visible: CheckStatus, hidden: CheckStatus) -> ExerciseResult:
    checks = [samples.check("a", "A.", visible), samples.check("b", "B.", hidden, hidden=True)]
    exercise = samples.exercise("sgd", "partly", checks, likely_cause="Because.")
    return for_student(samples.report([exercise], "Next.")).exercises[0]


@pytest.mark.parametrize(
    ("visible", "hidden", "told"),
    [
        ("failed", "passed", True),
        ("failed", "failed", True),
        ("error", "passed", True),
        ("error", "failed", False),
        ("timeout", "error", False),
        ("passed", "failed", False),
    ],
)
def test_likely_cause(visible: CheckStatus, hidden: CheckStatus, *, told: bool) -> None:
    """It is told where it cannot come from a hidden answer alone."""
    assert (with_cause(visible, hidden).likely_cause is not None) is told


def test_seed_is_withheld() -> None:
    """Terminal and JSON say so, and no command names it."""
    report = samples.report([samples.softmax()], "Next.", seed=424242)
    assert for_student(report) == report
    secret = for_student(report, seed_known=False)
    assert "seed withheld; " in drawn(secret)
    assert "424242" not in drawn(secret, detail="all")
    assert "debug" not in drawn(secret, detail="all")
    assert "424242" in drawn(report)
    data = jsonfile.encode(secret)
    assert json.loads(data)["seed"] is None
    jsonschema.validate(json.loads(data), jsonfile.schema())
    assert jsonfile.decode(data) == secret


def test_without_hidden_checks_nothing_changes() -> None:
    """A course without hidden checks gives the same report to both."""
    for make in samples.SAMPLES.values():
        assert for_student(make()) == replace(make())


def test_hidden_check_of_a_file_that_cannot_be_run() -> None:
    """The reason is the file, which is no secret; the place in it is told beside another check."""
    full = unloaded(hidden=True)
    shown = for_student(samples.report([full], "Next.")).exercises[0]
    assert [check.message for check in shown.checks] == [full.message, full.message]
    assert [check.traceback for check in shown.checks] == [[], []]
