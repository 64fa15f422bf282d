"""A student's copy grades as the course does, and solves nothing.

Three exercises of the real course stand for all in what needs MXNet: one with values, one with
contexts, one with random draws.
"""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from grader import cli
from grader.course import notebooks, stubs
from grader.course.loading import ANSWERS, CHECKS, Course, CourseError, Entry, load
from grader.grading import Grader, JobCache
from grader.grading.diagnosis import Wrong
from grader.grading.jobs import wanted
from grader.releasing import courses, files, leaks
from grader.releasing.release import release
from grader.report.record import Report
from grader.submission import read
from grader.worker.pool import Pool

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "submissions"
CHOSEN = ["softmax", "dropout", "devices"]


@pytest.fixture(scope="module")
def course() -> Course:
    return load(ROOT / "solutions").only(CHOSEN)


@pytest.fixture(scope="module")
def copy(course: Course, pool: Pool, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("releases") / "a copy"
    assert release(course, folder, pool) == sum(e.exercise.points for e in course.entries)
    return folder


def graded(course: Course, pool: Pool, cache: JobCache, submission: Path) -> Report:
    """The report, but for how long it took."""
    grader = Grader(course, pool, cache=cache)
    return without_times(grader.grade(read(submission, wanted(course))))


def without_times(report: Report) -> Report:
    exercises = [
        msgspec.structs.replace(
            exercise,
            checks=[msgspec.structs.replace(check, seconds=0) for check in exercise.checks],
        )
        for exercise in report.exercises
    ]
    return msgspec.structs.replace(report, seconds=0, exercises=exercises)


@pytest.mark.parametrize("name", ["finished", "half-finished", "faulty"])
def test_the_copy_reports_as_the_course_does(
    copy: Path, course: Course, pool: Pool, cache: JobCache, name: str
) -> None:
    """Points, messages, pictures, likely causes and smallest examples, to the last digit."""
    theirs = graded(load(copy / "course"), pool, cache, EXAMPLES / name)
    assert theirs == graded(course, pool, cache, EXAMPLES / name)
    assert (theirs.points == theirs.max_points) == (name == "finished")


def test_known_mistakes_are_told(copy: Path, course: Course, pool: Pool, cache: JobCache) -> None:
    """Each mistake's own answers open its sentence, but for draws that nobody can repeat (where
    there is no cache, they are drawn twice here)."""
    full = Grader(course, pool, cache=cache)
    theirs = Grader(load(copy / "course"), pool)

    def cause(grader: Grader, entry: Entry, mine: Wrong) -> str | None:
        expected = grader.references.expectations(entry)
        mine = {
            i: dataclasses.replace(outcome, expectation=expected[i]) for i, outcome in mine.items()
        }
        return grader.diagnosis.likely_cause(entry, mine)

    untold = [
        (entry.id, mistake.name)
        for entry in course.entries
        for mistake, mine in zip(entry.mistakes, full.diagnosis.mistaken(entry), strict=True)
        if cause(full, entry, mine) != cause(theirs, theirs.course.entry(entry.id), mine)
    ]
    assert set(untold) <= {("dropout", "follows_no_seed")}


def environment(copy: Path, cache: Path) -> dict[str, str]:
    """Beside the copy, an environment that `make` takes for one that it has set up."""
    subprocess.run(
        [sys.executable, "-I", "-m", "venv", "--without-pip", copy / ".venv"], check=True
    )
    site = copy / ".venv" / Path(sysconfig.get_path("purelib")).relative_to(sys.prefix)
    shutil.copy(copy / "tools" / "gluon_grader_mxnet.pth", site)
    shutil.copy(Path(sysconfig.get_path("purelib")) / "distutils-precedence.pth", site)
    (site / "copy.pth").write_text(f"{copy}\n{sysconfig.get_path('purelib')}\n")
    command = copy / ".venv" / "bin" / "grader"
    command.write_text(
        f"#!/bin/sh\nexec '{copy}/.venv/bin/python' -I -m grader \"$@\"\n", encoding="utf-8"
    )
    command.chmod(0o755)
    stamp = subprocess.run(
        "{ pwd -P && cat requirements.lock pyproject.toml tools/gluon_grader_mxnet.pth "
        "grader/worker/mxnet_import.py; } | sha256sum",
        shell=True,
        cwd=copy,
        capture_output=True,
        check=True,
    )
    (copy / ".venv" / ".ready").write_bytes(stamp.stdout)
    return {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(cache)}


@pytest.fixture(scope="module")
def made(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    yield environment(copy, tmp_path_factory.mktemp("cache"))
    shutil.rmtree(copy / ".venv")


def make(
    copy: Path, variables: dict[str, str], *arguments: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "ARGS=--isolation=limits", *arguments],
        cwd=copy,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_make_grade_works_in_the_copy(copy: Path, made: dict[str, str]) -> None:
    """By its own grader, with nothing in the cache, before and after the work was done."""
    done = make(copy, made, "grade")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("0 of ")
    done = make(copy, made, "grade", f"SUBMISSION={EXAMPLES / 'finished'}")
    assert "Everything is done" in done.stdout
    record = json.loads((copy / "report" / "report.json").read_text())
    assert record["points"] == record["max_points"] > 0
    shutil.rmtree(copy / "report")
    assert not list(Path(made["XDG_CACHE_HOME"]).rglob("softmax-*"))


def test_another_seed_is_refused_with_a_sentence(copy: Path, made: dict[str, str]) -> None:
    finished = ROOT / "examples/submissions/finished/softmax.py"
    done = make(copy, made, "grade", "SEED=1", f"SUBMISSION={finished}")
    assert "course/softmax: this copy of the course knows the answers for" in done.stderr
    assert "leave out --seed" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_gpu_is_refused_with_a_sentence(copy: Path, made: dict[str, str]) -> None:
    """By the setting up, and by the grader, which does not say how to install what it needs."""
    done = make(copy, made, "doctor", "DEVICE=gpu")
    said, *_ = done.stderr.splitlines()
    assert said == "This copy of the grader is for the CPU: leave out DEVICE=gpu."
    found = "import grader.devices.gpus as gpus; print(gpus.find().problem)"
    done = subprocess.run(
        [copy / ".venv/bin/python", "-I", "-c", found], capture_output=True, text=True, check=True
    )
    assert "DEVICE" not in done.stdout


def test_nothing_in_a_copy_solves_it(tmp_path: Path) -> None:
    """Of all exercises of the course; the answer keys of some, `release` has looked at."""
    course = load(ROOT / "solutions")
    courses.write(courses.visible(course), tmp_path / "course")
    files.write(tmp_path)
    stubs.write(course, tmp_path / "exercises")
    notebooks.write(course, tmp_path / "exercises")
    assert list(leaks.find(course, tmp_path)) == []
    names = {path.name for path in tmp_path.rglob("*")}
    assert not names & {"reference.py", "mistakes.py", "oracle.py", "formulas.py", "checks.py"}
    assert not names & {"solutions", "examples", "tests"}


def test_every_letter_arrives(course: Course, tmp_path: Path) -> None:
    """Those of titles beyond the first plane of Unicode among them."""
    title = '\u6df1\u5ea6\U00020bb7 "\\" \x7f'
    courses.write(dataclasses.replace(course, title=title), tmp_path / "copy")
    assert load(tmp_path / "copy").title == title


def test_the_answer_keys_quote_nothing(copy: Path, course: Course) -> None:
    """No line of a reference, not even those that a stub shows, and no sentence on a mistake."""
    for entry in course.entries:
        text = leaks.readable(copy / "course" / entry.id / ANSWERS)
        lines = [line.strip() for line in entry.reference.splitlines() if len(line.strip()) > 12]
        sentences = [mistake.sentence for mistake in entry.mistakes]
        assert [line for line in lines + sentences if line in text] == []


SOLVED = {
    "a file": ("grader/hint.txt", "X_exp = nd.exp(X - nd.max(X, axis=1, keepdims=True))"),
    "other blanks": ("README.md", "X_exp=nd.exp( X - nd.max(X,axis=1,\n keepdims = True))"),
    "a notebook": (
        "exercises/softmax.ipynb",
        json.dumps(
            {"cells": [{"source": ["return X_exp / nd.sum(X_exp, ", "axis=1, keepdims=True)"]}]}
        ),
    ),
    "a sentence": (
        "course/words.po",
        "You divide by the sum of the whole matrix: sum along axis=1, with keepdims=True.",
    ),
    "an oracle": (
        "grader/formulas.py",
        """
        X, head = inputs
        S = softmax(xp, X)
        return [S * (head - (S * head).sum(axis=1, keepdims=True))]
        """,
    ),
}


@pytest.mark.parametrize(("name", "text"), SOLVED.values(), ids=SOLVED)
def test_what_solves_an_exercise_is_found(
    tmp_path: Path, course: Course, name: str, text: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    found = list(leaks.find(course, tmp_path))
    assert found
    assert all(sentence.startswith(name) and "softmax's" in sentence for sentence in found)


def test_a_release_that_gives_a_solution_away_is_refused(
    tmp_path: Path, course: Course, pool: Pool
) -> None:
    """Nothing is left of it, and the sentence names the file."""
    shutil.copytree(course.folder, tmp_path / "solutions")
    checks = tmp_path / "solutions" / "softmax" / "checks.py"
    solved = "\n\ndef right(X_exp, nd):\n    return X_exp / nd.sum(X_exp, axis=1, keepdims=True)\n"
    checks.write_text(checks.read_text() + solved)
    leaky = load(tmp_path / "solutions").only(["softmax"])
    with pytest.raises(CourseError, match=r"course/softmax/checks\.bin holds a part of softmax's"):
        release(leaky, tmp_path / "copy", pool)
    assert [path.name for path in tmp_path.iterdir()] == ["solutions"]


HIDDEN = '''

def only_for_the_hidden_one(case):
    return case.normal(2)


@exercise.check(points=4, hidden=True)
def secret_inputs(solution, case):
    """Works for other inputs."""
    return solution.square(only_for_the_hidden_one(case))
'''


def test_hidden_checks_stay_behind(tmp_path: Path, pool: Pool) -> None:
    """With what only they use; their points are not in the total."""
    shutil.copytree(ROOT / "tests" / "miniature" / "solutions", tmp_path / "solutions")
    with (tmp_path / "solutions" / "square" / "checks.py").open("a") as checks:
        checks.write(HIDDEN)
    course = load(tmp_path / "solutions")
    assert release(course, tmp_path / "copy", pool) == 11
    entry = load(tmp_path / "copy" / "course").entry("square")
    assert "secret" not in entry.checks
    assert "hidden" not in entry.checks
    assert [check.name for check in entry.exercise.checks if check.hidden] == []


class TestWhatCannotBeReleased:
    def test_a_folder_that_holds_something(
        self, tmp_path: Path, course: Course, pool: Pool
    ) -> None:
        (tmp_path / "mine").write_text("work")
        with pytest.raises(FileExistsError, match="is not empty: name a new folder"):
            release(course, tmp_path, pool)
        assert (tmp_path / "mine").read_text() == "work"

    def test_a_file(self, tmp_path: Path, course: Course, pool: Pool) -> None:
        """It is told before anything is computed."""
        (tmp_path / "mine").write_text("work")
        keys: list[tuple[int, int]] = []
        with pytest.raises(FileExistsError, match="mine is a file: name a new folder"):
            release(course, tmp_path / "mine", pool, lambda *done: keys.append(done))
        assert (keys, (tmp_path / "mine").read_text()) == ([], "work")

    def test_a_copy(self, tmp_path: Path, copy: Path, pool: Pool) -> None:
        with pytest.raises(CourseError, match="this is a student's copy"):
            release(load(copy / "course"), tmp_path / "another", pool)

    def test_an_exercise_of_hidden_checks(self, tmp_path: Path, pool: Pool) -> None:
        shutil.copytree(ROOT / "tests" / "miniature" / "solutions", tmp_path / "solutions")
        checks = tmp_path / "solutions" / "square" / "checks.py"
        checks.write_text(checks.read_text().replace("points=", "hidden=True, points="))
        with pytest.raises(CourseError, match="every check is hidden"):
            release(load(tmp_path / "solutions"), tmp_path / "copy", pool)


@pytest.mark.parametrize("name", ["lint", "selfcheck"])
def test_a_copy_has_nothing_for_a_courses_author(copy: Path, name: str) -> None:
    done = CliRunner().invoke(cli.app, ["course", name, "--course", str(copy / "course")])
    assert done.exit_code == 2
    assert "this is a student's copy, in which no references are; name the course" in done.stderr


@pytest.mark.parametrize("name", [ANSWERS, CHECKS])
def test_a_damaged_copy_says_so(
    tmp_path: Path, copy: Path, pool: Pool, cache: JobCache, name: str
) -> None:
    shutil.copytree(copy / "course", tmp_path / "course")
    path = tmp_path / "course" / "softmax" / name
    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(CourseError, match=f"softmax/{name}: damaged; copy the course anew"):
        graded(load(tmp_path / "course").only(["softmax"]), pool, cache, EXAMPLES / "faulty")


def test_the_makefile_keeps_the_students_commands() -> None:
    text = files.for_students((ROOT / "Makefile").read_text())
    rules = [line.partition(":")[0] for line in text.splitlines() if ": setup" in line]
    assert rules == ["grade", "watch", "hint", "reset", "submit", "doctor"]
    assert "course" not in text
    assert "pytest " not in text
    assert "SEED=1" not in text
    assert "DEVICE=gpu" not in text
