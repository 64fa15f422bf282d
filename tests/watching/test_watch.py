"""`grader watch` as a student has it: in a shell on a terminal, and through a pipe."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

import psutil
import pytest

from tests.conftest import MINIATURE, RIGHT
from tests.watching.terminal import PATIENCE, Terminal

PYTHON = Path(sys.executable)
ROOT = Path(__file__).resolve().parents[2]
WATCH = [str(PYTHON), "-m", "grader", "watch", "exercises"]
LOOP = "def square(X):\n    while True:\n        pass\n"
TWICE = "def square(X):\n    return X + X\n"
STUB = "def square(X):\n    raise NotImplementedError\n"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with the miniature course, and one in which `square` is wrong and `two` right."""
    shutil.copytree(MINIATURE, tmp_path / "solutions")
    exercises = tmp_path / "exercises"
    exercises.mkdir()
    (exercises / "square.py").write_text(TWICE)
    (exercises / "two.py").write_text(RIGHT["two"])
    return tmp_path


def save(path: Path, text: str) -> None:
    """As most editors do: written beside it, and moved in its place."""
    partial = path.with_name(f".{path.name}.new")
    partial.write_text(text)
    partial.replace(path)


def below(pid: int) -> list[psutil.Process]:
    """Everything that a process has started."""
    return psutil.Process(pid).children(recursive=True)


class Piped:
    """`grader watch` without a terminal; its lines as they come."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            WATCH,
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._reader = Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self._lines.put(line)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join()

    def line(self) -> str:
        """The next one, without its time of day."""
        line = self._lines.get(timeout=PATIENCE).rstrip("\n")
        return line[9:] if line[2:3] == ":" else line

    def is_silent(self, seconds: float) -> bool:
        time.sleep(seconds)
        return self._lines.empty()


@pytest.fixture
def piped(work: Path) -> Iterator[Piped]:
    """Past the first verdicts."""
    watching = Piped(work)
    try:
        first = sorted([watching.line(), watching.line()])
        assert first[0].startswith("square: failed, 0 of 7 points. Equals the reference on")
        assert first[1] == "two: done, 4 of 4 points."
        yield watching
    finally:
        watching.end()


class TestOnATerminal:
    def test_a_student_at_work(self, work: Path) -> None:
        """Save, hint, next, compare, Ctrl-Z, another size, quit; then all is as it was."""
        square = work / "exercises" / "square.py"
        with Terminal(work, PYTHONPATH=str(ROOT)) as terminal:
            before = terminal.says("stty -g")
            terminal.type(" ".join(WATCH) + "\n")
            terminal.until(
                "4 of 11 points, 1 of 2 exercises done", "square: Equals the ref", "n next"
            )
            terminal.type("h")
            terminal.until("Hint 1 of 2: Multiply X by itself.", "1 left; h gives the next.")
            save(square, RIGHT["square"])
            terminal.until("11 of 11 points", "done; 7 of 7 points", "Press c", "c compare")
            terminal.type("c")
            terminal.until("your code", "return X * X", "the reference", "return X * X")
            terminal.type("n")
            terminal.until("two: Two stubs", "two.py: graded at")
            terminal.resize(60, 20)
            terminal.until("two: Two stubs", "two.py: graded at")
            terminal.type("\x1a")
            assert terminal.on_the_other_screen
            terminal.until("Stopped", "$ ")
            assert not terminal.on_the_other_screen
            assert terminal.says("stty -g") == before
            terminal.type("fg\n")
            terminal.until("two: Two stubs", "two.py: graded at")
            workers = below(terminal.pid)
            terminal.type("q")
            terminal.until("11 of 11 points, 2 of 2 exercises done\n", "$ ")
            assert terminal.says("echo $?") == "0\n"
            assert not terminal.on_the_other_screen
            assert not psutil.wait_procs(workers, timeout=5)[1]

    def test_ended_from_outside(self, work: Path) -> None:
        """In the midst of an endless loop, which holds up no key; nothing is left behind."""
        (work / "exercises" / "square.py").write_text(LOOP)
        (work / "exercises" / "two.py").unlink()
        with Terminal(work, PYTHONPATH=str(ROOT)) as terminal:
            before = terminal.says("stty -g")
            terminal.type(" ".join(WATCH) + "\n")
            terminal.until("Grading square for 2 s")
            terminal.type("n")
            terminal.until("two: Two stubs", "missing", "two.py: graded at", "1 more exercise to")
            processes = below(terminal.pid)
            assert len(processes) >= 3
            processes[0].send_signal(signal.SIGTERM)
            terminal.until("$ ")
            assert terminal.says("echo $?") == f"{128 + signal.SIGTERM}\n"
            assert terminal.says("stty -g") == before
            assert not psutil.wait_procs(processes, timeout=5)[1]


class TestWithoutATerminal:
    def test_the_newest_version_counts(self, piped: Piped, work: Path) -> None:
        """A loop is abandoned for what was saved after it; its verdict is never given."""
        square = work / "exercises" / "square.py"
        square.write_text(LOOP)
        assert piped.is_silent(1.5)
        began = time.monotonic()
        save(square, RIGHT["square"])
        assert piped.line() == "square: done, 7 of 7 points."
        assert time.monotonic() - began < 9  # the loop's time is 10 s for each check
        square.touch()
        square.write_text(RIGHT["square"])
        assert piped.is_silent(0.5)  # nothing changed
        (work / "exercises" / "square.ipynb").write_text("{")
        square.unlink()
        assert piped.line().startswith("square: error, 0 of 7 points. square.ipynb is not a note")

    def test_what_is_said_of_files_is_said_once(self, piped: Piped, work: Path) -> None:
        """As `grader grade` says it."""
        exercises = work / "exercises"
        (exercises / "square.py").rename(exercises / "Square_2.py")
        said = {piped.line(), piped.line()}
        assert any(line.startswith("Square_2.py counts for square") for line in said), said
        save(exercises / "two.py", RIGHT["two"] + "\n")
        assert piped.line() == "two: done, 4 of 4 points."

    def test_all_at_once_and_the_folder_anew(self, piped: Piped, work: Path) -> None:
        """Every exercise that changed gets its verdict; a folder that is gone is waited for."""
        exercises = work / "exercises"
        shutil.rmtree(exercises)
        assert piped.line().startswith("exercises: no such file or folder")
        exercises.mkdir()
        (exercises / "square.py").write_text(STUB)
        assert sorted([piped.line(), piped.line()]) == [
            "square: not started, 0 of 7 points.",
            "two: missing, 0 of 4 points. two.py was not handed in.",
        ]
        for name, text in RIGHT.items():
            save(exercises / f"{name}.py", text)
        assert sorted([piped.line(), piped.line()]) == [
            "square: done, 7 of 7 points.",
            "two: done, 4 of 4 points.",
        ]
        piped.process.send_signal(signal.SIGINT)
        assert piped.process.wait(timeout=10) == 128 + signal.SIGINT


def test_nothing_to_watch(work: Path) -> None:
    """One sentence and the status 2, as with every command."""
    done = subprocess.run(
        [*WATCH[:-1], "nowhere"],
        cwd=work,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "grader: nowhere: no such file or folder; give a folder or one <id>.py\n"
