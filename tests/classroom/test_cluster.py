"""The same work in a Dask cluster of real processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client

from grader.classroom import crews
from grader.classroom.failure import SchedulerError
from grader.classroom.grading import ClassGrading, Outcome
from grader.classroom.intake import attempts
from grader.classroom.station import Setup
from grader.classroom.store import Store
from grader.course.edition import of_course
from grader.course.loading import Course
from grader.grading.assembly import conditions
from grader.sandbox import Limits, find_isolation
from tests.classroom.test_grading import points
from tests.conftest import MINIATURE, RIGHT


class Cluster:
    """A scheduler and two workers."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "scheduler.json"
        self._folder = folder
        self._started: list[subprocess.Popen[bytes]] = []
        self._start("scheduler", "--host", "127.0.0.1", "--port", "0")
        deadline = time.monotonic() + 60
        while not self._file.exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        self.workers = [self._start("worker", "--nthreads", "1", "--no-nanny") for _ in range(2)]
        self.address: str = json.loads(self._file.read_text())["address"]
        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)

    def _start(self, kind: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *options, "--no-dashboard"]
        process = subprocess.Popen(
            [*command, "--scheduler-file", str(self._file)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self._folder,
        )
        self._started.append(process)
        return process

    def end(self) -> None:
        for process in reversed(self._started):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    started = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        yield started
    finally:
        started.end()


def test_a_worker_killed_in_the_middle_loses_nothing(
    cluster: Cluster, course: Course, tmp_path: Path
):
    folder = tmp_path / "class"
    for number in range(40):
        own = folder / f"student {number:02}"
        own.mkdir(parents=True)
        wrong = "def square(X):\n    return X\n"
        (own / "square.py").write_text(wrong if number % 3 else RIGHT["square"])
        (own / "two.py").write_text(RIGHT["two"])
    killed: list[int] = []

    def kill_one(outcome: Outcome) -> None:
        if outcome.graded >= 5 and not killed:
            killed.append(cluster.workers[0].pid)
            os.kill(killed[0], signal.SIGKILL)

    with Store(str(tmp_path / "class.sqlite")) as store, crews.cluster(cluster.address) as crew:
        assert crew.size == 2
        under = conditions(find_isolation(), Limits(), ["cpu"])
        run = store.open_run(course.title, under, counting="latest", seed=None)
        setup = Setup(str(MINIATURE), of_course(course, "en"), run.seed, "bubblewrap", Limits())
        outcome = ClassGrading(store, course, run, setup).grade(
            attempts(folder).attempts, crew, tell=kill_one
        )
        assert killed
        assert (outcome.graded, outcome.failures) == (40, [])
        right, wrong_points = 11.0, 4.0
        found = points(store, course)
    assert [found[f"student {n:02}"] for n in range(40)] == [
        wrong_points if n % 3 else right for n in range(40)
    ]


def test_another_edition_of_the_course_is_not_graded_with(
    cluster: Cluster, course: Course, tmp_path: Path
):
    """A machine whose copy of the course is out of date says so; nobody gets wrong points."""
    (tmp_path / "class" / "ada").mkdir(parents=True)
    (tmp_path / "class" / "ada" / "square.py").write_text(RIGHT["square"])
    with Store(str(tmp_path / "class.sqlite")) as store, crews.cluster(cluster.address) as crew:
        under = conditions(find_isolation(), Limits(), ["cpu"])
        run = store.open_run(course.title, under, counting="latest", seed=None)
        setup = Setup(str(MINIATURE), "an older one", run.seed, "bubblewrap", Limits())
        outcome = ClassGrading(store, course, run, setup).grade(
            attempts(tmp_path / "class").attempts, crew
        )
        assert outcome.graded == 0
        assert "is another edition" in outcome.failures[0]


def test_no_cluster_there(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(crews, "_PATIENCE", "1s")
    refused = pytest.raises(SchedulerError, match=r"--scheduler tcp://127\.0\.0\.1:1: ")
    with refused, crews.cluster("tcp://127.0.0.1:1"):
        pass


@pytest.mark.parametrize("address", ["127.0.0.1", "tcp://host", "tcp://[::1]"])
def test_an_address_without_a_port(address: str):
    refused = pytest.raises(SchedulerError, match=r"give the port, too, as in tcp://host:8786")
    with refused, crews.cluster(address):
        pass
