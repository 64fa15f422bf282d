"""A class is graded by real processes with real workers, and survives what may happen to it."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Collection, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from distributed import KilledWorker
from msgspec.structs import replace

from grader.classroom import crews
from grader.classroom.counting import worth_grading
from grader.classroom.grading import ClassGrading, Crew, Outcome
from grader.classroom.intake import attempts
from grader.classroom.reading import gradebook
from grader.classroom.station import Setup
from grader.classroom.store import Store
from grader.course.edition import of_course
from grader.course.loading import Course, load
from grader.grading import Grader
from grader.grading.assembly import conditions
from grader.grading.jobs import wanted
from grader.report.record import ExerciseResult, Report
from grader.sandbox import Limits, find_isolation
from grader.submission import read
from grader.worker.pool import Pool
from tests.conftest import MINIATURE, RIGHT

WRONG = "def square(X):\n    return X + X\n"


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with crews.here(size=2) as two:
        yield two


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """In SQLite; tests/classroom/test_store.py sees to it that PostgreSQL is no different."""
    with Store(str(tmp_path / "class.sqlite")) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six students."""
    made = tmp_path / "class"
    for name in ("ada", "bob", "cy"):
        hand_in(made / name, **RIGHT)
    hand_in(made / "dee", square=WRONG, two=RIGHT["two"])
    hand_in(made / "eve", square="import os\nos._exit(0)\n")
    hand_in(made / "fay", two=RIGHT["two"])
    return made


def hand_in(folder: Path, **sources: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in sources.items():
        (folder / f"{name}.py").write_text(text)


def grade(
    store: Store,
    course: Course,
    folder: Path,
    crew: Crew,
    *,
    counting: str = "latest",
    recheck: tuple[str, ...] = (),
    only: tuple[str, ...] = (),
) -> Outcome:
    limits = Limits()
    under = conditions(find_isolation(), limits, ["cpu"])
    run = store.open_run(course.title, under, counting=counting, seed=None)
    setup = Setup(str(course.folder), of_course(course, "en"), run.seed, "bubblewrap", limits)
    taken_in = worth_grading(attempts(folder).attempts, counting)
    return ClassGrading(store, course, run, setup, only).grade(taken_in, crew, recheck=recheck)


def points(store: Store, course: Course) -> dict[str, float]:
    return {graded.student: graded.report.points for graded in gradebook(store, course)}


def without_timings(report: Report, name: str) -> Report:
    exercises = [
        replace(e, checks=[replace(check, seconds=0.0) for check in e.checks])
        for e in report.exercises
    ]
    return replace(report, submission=name, seconds=0.0, exercises=exercises)


def counts(outcome: Outcome) -> tuple[int, int]:
    return outcome.graded, outcome.unchanged


def test_everybody_is_graded_as_they_are_alone(
    store: Store, course: Course, folder: Path, crew: Crew
):
    outcome = grade(store, course, folder, crew)
    assert (counts(outcome), outcome.failures, outcome.changes) == ((6, 0), [], [])
    book = list(gradebook(store, course))
    assert [graded.student for graded in book] == ["ada", "bob", "cy", "dee", "eve", "fay"]
    with Pool(find_isolation(), Limits(), 1) as pool:
        alone = Grader(course, pool, seed=book[0].report.seed)
        for graded in book:
            report = alone.grade(read(folder / graded.student, wanted(course)))
            assert without_timings(graded.report, "") == without_timings(report, "")


def test_what_has_not_changed_is_not_graded_again(
    store: Store, course: Course, folder: Path, crew: Crew
):
    grade(store, course, folder, crew)
    before = list(gradebook(store, course))
    assert counts(grade(store, course, folder, crew)) == (0, 6)
    assert list(gradebook(store, course)) == before


def test_what_is_new_is_graded(store: Store, course: Course, folder: Path, crew: Crew):
    grade(store, course, folder, crew)
    hand_in(folder / "gus", **RIGHT)
    hand_in(folder / "dee", square=RIGHT["square"])
    assert counts(grade(store, course, folder, crew)) == (2, 5)
    assert points(store, course)["dee"] == points(store, course)["ada"]


def test_of_a_further_attempt_only_what_changed_is_graded(
    store: Store, course: Course, tmp_path: Path, crew: Crew
):
    folder = tmp_path / "class"
    hand_in(folder / "ada@1", square=WRONG, two=RIGHT["two"])
    assert counts(grade(store, course, folder, crew)) == (1, 0)
    (first,) = gradebook(store, course)
    hand_in(folder / "ada@2", **RIGHT)
    assert counts(grade(store, course, folder, crew)) == (1, 0)
    (second,) = gradebook(store, course)
    assert second.report.exercises[1] == first.report.exercises[1]  # to the microsecond
    assert second.report.exercises[0].points > first.report.exercises[0].points
    hand_in(folder / "ada@3", square=WRONG, two=RIGHT["two"])
    assert counts(grade(store, course, folder, crew)) == (0, 1)
    (third,) = gradebook(store, course)
    assert (third.attempt, third.report.exercises) == ("ada@3", first.report.exercises)


def test_only_a_changed_exercise_is_graded_again(
    store: Store, folder: Path, crew: Crew, tmp_path: Path
):
    """A check was corrected: `--recheck` tells whose points changed."""
    solutions = tmp_path / "solutions"
    shutil.copytree(MINIATURE, solutions)
    course = load(solutions)
    grade(store, course, folder, crew)
    checks = solutions / "square" / "checks.py"
    checks.write_text(checks.read_text().replace("points=3", "points=6"))
    outcome = grade(store, load(solutions), folder, crew, recheck=("square",))
    told = [(c.student, c.exercise, c.after - c.before) for c in outcome.changes]
    assert sorted(told) == [(name, "square", 3.0) for name in ("ada", "bob", "cy")]
    assert counts(grade(store, load(solutions), folder, crew)) == (0, 6)


def test_one_exercise_alone_takes_nothing_from_the_others(
    store: Store, course: Course, tmp_path: Path, crew: Crew
):
    """Whatever is asked about it, an entry is the same work: its notebook and its notes, too."""
    folder = tmp_path / "class"
    hand_in(folder / "ada", two=RIGHT["two"], Square_1=WRONG)
    code = [{"cell_type": "code", "source": RIGHT["square"]}]
    (folder / "ada" / "square.ipynb").write_text(json.dumps({"nbformat": 4, "cells": code}))
    grade(store, course, folder, crew)
    before = list(gradebook(store, course))
    assert before[0].report.notes
    assert counts(grade(store, course, folder, crew, only=("two",))) == (0, 1)
    assert list(gradebook(store, course)) == before


def test_an_exercise_that_asks_for_the_same_as_another_is_graded_alone(
    store: Store, tmp_path: Path, crew: Crew
):
    """As its note says, also after the whole course; and anew if its file has changed since."""
    solutions = tmp_path / "solutions"
    shutil.copytree(MINIATURE, solutions)
    shutil.copytree(solutions / "square", solutions / "other")
    listed = solutions / "course.toml"
    other = '{ id = "other", section = "1" }, { id = "square"'
    listed.write_text(listed.read_text().replace('{ id = "square"', other))
    course = load(solutions)
    folder = tmp_path / "class"
    folder.mkdir()
    (folder / "ada.py").write_text(RIGHT["square"])
    assert grade(store, course, folder, crew).graded == 1
    assert points(store, course) == {"ada": 0}
    for text in (RIGHT["square"], WRONG):
        (folder / "ada.py").write_text(text)
        assert counts(grade(store, course, folder, crew, only=("square",))) == (1, 0)
        assert counts(grade(store, course, folder, crew, only=("square",))) == (0, 1)
        most = course.entry("square").exercise.points
        assert (points(store, course)["ada"] == most) == (text != WRONG)


@pytest.mark.parametrize("counting", ["latest", "first", "best"])
def test_which_attempt_counts(
    store: Store, course: Course, tmp_path: Path, crew: Crew, counting: str
):
    most = course.entry("square").exercise.points
    folder = tmp_path / "class"
    tries = [("ada@1", WRONG), ("ada@2", RIGHT["square"]), ("ada@3", "def square(X):\n    pass\n")]
    for number, (name, text) in enumerate(tries):
        hand_in(folder / name, square=text)
        moment = 1_700_000_000 + number
        os.utime(folder / name / "square.py", (moment, moment))
        os.utime(folder / name, (moment, moment))
    outcome = grade(store, course, folder, crew, counting=counting)
    assert outcome.graded == (3 if counting == "best" else 1)
    (graded,) = gradebook(store, course)
    assert graded.attempt == {"latest": "ada@3", "first": "ada@1", "best": "ada@2"}[counting]
    assert (graded.report.points == most) == (counting == "best")


def test_results_of_an_earlier_run_stay(store: Store, course: Course, folder: Path, crew: Crew):
    """A published seed is known: what is handed in later gets another, the rest keeps its own."""
    grade(store, course, folder, crew)
    first = store.publish().seed
    hand_in(folder / "gus", **RIGHT)
    assert counts(grade(store, course, folder, crew)) == (1, 6)
    seeds = {graded.student: graded.report.seed for graded in gradebook(store, course)}
    assert seeds["ada"] == first != seeds["gus"]


def test_a_lost_station_is_replaced(store: Store, course: Course, folder: Path, crew: Crew):
    """Its submission is graded by another."""
    for number in range(20):
        hand_in(folder / f"student {number}", **RIGHT)
    lost: list[int] = []

    def kill_one(outcome: Outcome) -> None:
        if outcome.graded == 3 and not lost:
            lost.extend(crew.executor._processes)
            os.kill(lost[0], signal.SIGKILL)

    run = store.open_run(
        course.title, conditions(find_isolation(), Limits(), ["cpu"]), counting="latest", seed=None
    )
    setup = Setup(str(course.folder), of_course(course, "en"), run.seed, "bubblewrap", Limits())
    outcome = ClassGrading(store, course, run, setup).grade(
        attempts(folder).attempts, crew, tell=kill_one
    )
    assert lost
    assert (counts(outcome), outcome.failures) == ((26, 0), [])


class Fragile(Executor):
    """Done with everything at once that was sent within a hundredth of a second; whatever is sent
    together with a hostile submission is lost."""

    def __init__(self, hostile: Collection[str], loss: Exception) -> None:
        self._hostile = hostile
        self._loss = loss
        self._sent: list[tuple[str, Future[list[ExerciseResult]]]] = []
        self._sending = threading.Lock()

    def submit(self, _grade: object, /, *given: Any, **_: Any) -> Future[Any]:
        future: Future[list[ExerciseResult]] = Future()
        with self._sending:
            self._sent.append((given[1].path.stem, future))
            if len(self._sent) == 1:
                threading.Timer(0.01, self._end).start()
        return future

    def _end(self) -> None:
        with self._sending:
            sent, self._sent = self._sent, []
        for _, future in sent:
            if any(name in self._hostile for name, _ in sent):
                future.set_exception(self._loss)
            else:
                future.set_result([])


@pytest.mark.parametrize(
    "loss",
    [BrokenProcessPool("gone"), KilledWorker("grade", SimpleNamespace(address="tcp://it"), 3)],
)
def test_a_submission_that_ends_its_station_costs_nobody_else_anything(
    store: Store, course: Course, tmp_path: Path, loss: Exception
):
    """Who is lost with it is graded, although each of its tries ends all that are under way."""
    folder = tmp_path / "class"
    hostile = {"student 03", "student 13", "student 14"}
    for number in range(20):
        hand_in(folder / f"student {number:02}", **RIGHT)
    fragile = Crew(lambda: Fragile(hostile, loss), 2, type(loss))
    run = store.open_run(
        course.title, conditions(find_isolation(), Limits(), ["cpu"]), counting="latest", seed=None
    )
    setup = Setup(str(course.folder), of_course(course, "en"), run.seed, "bubblewrap", Limits())
    outcome = ClassGrading(store, course, run, setup).grade(attempts(folder).attempts, fragile)
    assert outcome.graded == 17
    assert {failure.partition(":")[0] for failure in outcome.failures} == hostile


def test_sigkill_at_any_moment_loses_nothing(folder: Path, tmp_path: Path):
    """The same command goes on; a trigger in the database counts what is written twice."""
    for number in range(30):
        hand_in(folder / f"student {number}", **RIGHT)
    path = tmp_path / "class.sqlite"
    Store(str(path)).close()
    with closing(sqlite3.connect(path)) as database:
        database.executescript(
            "CREATE TABLE written (submission, exercise);"
            "CREATE TRIGGER writing AFTER INSERT ON results BEGIN"
            " INSERT INTO written VALUES (new.submission, new.exercise); END;"
        )
    draws = random.Random(os.environ.get("GRADER_KILL_SEED", time.time_ns()))
    command = [sys.executable, "-m", "grader", "class", "grade", folder, "--store", path]
    kills = 0
    for _ in range(12):
        with subprocess.Popen(
            [*command, "--course", MINIATURE, "--workers", "2"], stderr=subprocess.DEVNULL
        ) as process:
            goal, deadline = len(written(path)) + draws.randint(0, 16), time.monotonic() + 60
            while process.poll() is None and time.monotonic() < deadline:
                if kills < 3 and len(written(path)) >= goal:
                    time.sleep(draws.uniform(0, 0.05))
                    descendants = below(process.pid)
                    process.kill()
                    kills += 1
                    process.wait()
                    assert gone(descendants)
        if process.returncode == 0:
            break
    assert (process.returncode, kills) == (0, 3)
    rows = written(path)
    assert len(rows) == len(set(rows)) == 36 * 2


def written(path: Path) -> list[tuple[int, str]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT submission, exercise FROM written").fetchall()


def below(pid: int) -> set[int]:
    """The processes that a process started, and those that they started."""
    found: set[int] = set()
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found |= {child} | below(child)
    return found


def gone(pids: set[int]) -> bool:
    deadline = time.monotonic() + 20
    while any(running(pid) for pid in pids):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
