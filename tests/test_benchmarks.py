"""What the benchmarks rest on: that all CPU time is counted, and that all graders do one work."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from benchmarks import devices
from benchmarks.comparing import _compare, _figure
from benchmarks.metering import Metered, meter
from benchmarks.rivals import environment, workshop
from benchmarks.rivals.environment import NotInstalled
from benchmarks.rivals.fresh import Fresh
from benchmarks.rivals.notebooks import assignment
from benchmarks.rivals.ours import Ours
from benchmarks.rivals.students import students
from benchmarks.rivals.workshop import Failed, Points, Workshop, furnish
from grader.course.loading import Course, load
from grader.devices import gpus
from grader.sandbox import Isolation

BURNING_WORKER = """
from grader.sandbox import Limits, find_isolation
from grader.worker.client import Worker
from grader.worker.protocol import Job, Take

source = '''
import time
def burn():
    while time.process_time() < 1.5:
        pass
    return 1
'''
checks = '''
from grader.course import Exercise
exercise = Exercise("Burn", stubs=["burn"])
@exercise.check(points=1)
def burns(solution, case):
    "Burns."
    return solution.burn()
'''
worker = Worker(find_isolation(), Limits())
run = worker.run(Job("burn", "burn.py", source, checks, [Take("burns", 1)]))
assert run.takes[0].answer.value.value == 1
worker.close()
"""


def metered(tmp_path: Path, code: str) -> Metered:
    settings = {**os.environ, "PYTHONPATH": str(workshop.ROOT)}
    return meter([sys.executable, "-c", code], settings, tmp_path / "metered.json")


class TestMetering:
    def test_the_time_of_a_worker_that_is_killed_counts(self, tmp_path: Path) -> None:
        """Nobody in the command waits for it: the sandbox around it is killed first."""
        assert metered(tmp_path, BURNING_WORKER).cpu > 1.5

    def test_memory_is_that_of_all_processes_together(self, tmp_path: Path) -> None:
        hold = "import time; kept = bytearray(100_000_000); time.sleep(2)"
        code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}]); {hold}"
        found = metered(tmp_path, code.replace("time.sleep(2)", "time.sleep(3)"))
        assert 1e8 < found.memory < 3e8

    def test_a_command_that_fails_is_not_measured(self, tmp_path: Path) -> None:
        with pytest.raises(SystemExit, match="no such thing"):
            metered(tmp_path, "raise OSError('no such thing')")


@pytest.fixture(scope="module")
def real() -> Course:
    return load(workshop.ROOT / "solutions").only(["softmax", "sgd"])


@pytest.fixture(scope="module")
def shop(
    real: Course, isolation: Isolation, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workshop]:
    folder = tmp_path_factory.mktemp("workshop")
    class_of_8 = students(real, 8)
    return furnish(real, isolation, [class_of_8[number] for number in (0, 2, 3, 7)], folder)


class TestRivals:
    def test_a_fresh_interpreter_gives_the_points_of_the_class_command(
        self, shop: Workshop
    ) -> None:
        """Right work gets all, and the others get less and not the same."""
        ours, fresh = Ours(shop), Fresh(shop)
        ours.grade()
        fresh.grade()
        given = ours.points()
        assert fresh.points() == given
        best = sum(asked.points for part in shop.kit.values() for asked in part.asked.values())
        assert given["student00000"] == best
        assert len(set(given.values())) > 2

    def test_a_grader_that_fails_says_why(self, shop: Workshop, tmp_path: Path) -> None:
        with pytest.raises(Failed, match="out of order"):
            shop.run([sys.executable, "-c", "raise SystemExit('out of order')"], tmp_path)

    def test_an_assignment_of_nbgrader_has_a_cell_with_points_for_each_check(
        self, shop: Workshop
    ) -> None:
        text = assignment(shop.students[0].parts, shop.kit)
        document = nbformat.reads(text, as_version=4)
        nbformat.validate(document)
        marks = [cell.metadata.nbgrader for cell in document.cells]
        assert {mark.grade_id: mark.points for mark in marks if mark.grade} == {
            f"{exercise}-{check}": asked.points
            for exercise, part in shop.kit.items()
            for check, asked in part.asked.items()
        }


class TestComparing:
    def test_the_same_points_are_compared(self) -> None:
        _compare({"ada": 4.0, "bob": 2.0}, {"ada": 4, "bob": 2})

    @pytest.mark.parametrize(
        ("points", "message"),
        [
            ({"ada": 4.0}, "it gave bob None points, and not 2"),
            ({"ada": 4.0, "bob": 3.0}, "it gave bob 3.0 points, and not 2"),
        ],
    )
    def test_other_points_make_a_comparison_void(self, points: Points, message: str) -> None:
        with pytest.raises(Failed, match=message):
            _compare(points, {"ada": 4, "bob": 2})

    def test_points_that_do_not_vary_show_nothing(self) -> None:
        with pytest.raises(Failed, match="the same points"):
            _compare({"ada": 4.0, "bob": 4.0}, {"ada": 4.0, "bob": 4.0})

    def test_a_grader_that_is_not_there_is_left_out_with_the_reason(self, shop: Workshop) -> None:
        class Absent:
            name = "absent"

            def __init__(self, workshop: Workshop) -> None:
                raise NotInstalled("cannot be\ninstalled here")

        figure = _figure(Absent, shop, {})
        assert math.isnan(figure.value)
        assert figure.remark == "left out: cannot be installed here"


class TestDevices:
    def test_the_class_is_graded_on_both(self, shop: Workshop, isolation: Isolation) -> None:
        """`cpu:1` stands for a GPU."""
        small = Ours(shop.first(2))
        first, second, ratio = devices.measure(shop.course, isolation, small.folder, device="cpu:1")
        assert (first.what, second.what) == (
            "a submission graded on cpu",
            "a submission graded on cpu:1",
        )
        assert ratio.value == pytest.approx(second.value / first.value)

    @pytest.mark.skipif(gpus.installed(), reason="this environment is for a GPU")
    def test_a_gpu_that_cannot_be_used_is_left_out_with_the_reason(
        self, shop: Workshop, isolation: Isolation, tmp_path: Path
    ) -> None:
        [figure] = devices.measure(shop.course, isolation, tmp_path)
        assert math.isnan(figure.value)
        assert figure.remark.startswith("left out: CuPy is not installed")


class TestStudents:
    def test_they_are_the_same_each_time(self, real: Course) -> None:
        assert students(real, 9) == students(real, 30)[:9]

    def test_they_hand_in_different_work(self, real: Course) -> None:
        assert len({student.source for student in students(real, 30)}) == 30


class TestEnvironment:
    def test_what_cannot_be_installed_is_told(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "odd.txt").write_text("./there_is_no_such.whl\n")
        monkeypatch.setattr(environment, "REQUIREMENTS", tmp_path)
        with pytest.raises(NotInstalled, match="there_is_no_such"):
            environment.python("odd", tmp_path)

    def test_it_is_made_once(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "empty.txt").write_text("# nothing\n")
        monkeypatch.setattr(environment, "REQUIREMENTS", tmp_path)
        made = environment.python("empty", tmp_path)
        assert subprocess.run([made, "-c", ""], check=False).returncode == 0
        left = made.with_name("left-from-before")
        left.touch()
        assert environment.python("empty", tmp_path) == made
        assert left.exists()
        (tmp_path / "empty.txt").write_text("# still nothing\n")
        environment.python("empty", tmp_path)
        assert not left.exists()
