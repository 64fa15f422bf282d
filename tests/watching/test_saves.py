"""What a watcher makes of the ways in which editors write."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

import pytest

from grader.submission import Submission, SubmissionError, Wanted
from grader.watching.saves import saves

OLD, NEW = "old = 1\n", "new = 2\n"
QUIET = 0.7
"""Seconds; longer than any look is waited for."""


class Seen:
    """What a watcher finds of `square`, in its own thread."""

    def __init__(self, path: Path) -> None:
        self._stop = Event()
        self._found: SimpleQueue[Submission | SubmissionError] = SimpleQueue()
        self._thread = Thread(target=self._watch, args=(path,))
        self._thread.start()

    def _watch(self, path: Path) -> None:
        for found in saves(path, [Wanted("square")], self._stop):
            self._found.put(found)

    def next(self) -> str:
        found = self._found.get(timeout=20)
        if isinstance(found, SubmissionError):
            return "gone"
        source = found.sources["square"]
        return "missing" if source.missing else source.problem or source.text

    def rest(self) -> list[str]:
        """Everything until nothing more comes for a moment."""
        found = []
        time.sleep(QUIET)
        while True:
            try:
                found.append(self._found.get_nowait())
            except Empty:
                return [str(each) for each in found]

    def end(self) -> None:
        self._stop.set()
        self._thread.join()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "square.py").write_text(OLD)
    return tmp_path


@pytest.fixture
def seen(folder: Path) -> Iterator[Seen]:
    watching = Seen(folder)
    assert watching.next() == OLD
    time.sleep(
        0.1
    )  # until watchfiles listens; what was written before is found half a second later
    yield watching
    watching.end()


def test_written_in_pieces(seen: Seen, folder: Path) -> None:
    """Emptied, then filled bit by bit: seen once, whole."""
    with (folder / "square.py").open("w") as file:
        time.sleep(0.15)
        for letter in NEW:
            file.write(letter)
            file.flush()
            time.sleep(0.01)
    assert seen.next() == NEW
    assert seen.rest() == []


def test_vim(seen: Seen, folder: Path) -> None:
    """It tries whether it can write, moves the old file away and writes a new one."""
    square = folder / "square.py"
    (folder / "4913").touch()
    (folder / "4913").unlink()
    (folder / ".square.py.swp").write_bytes(b"swap")
    square.rename(folder / "square.py~")
    time.sleep(0.1)
    square.write_text(NEW)
    (folder / "square.py~").unlink()
    assert seen.next() == NEW
    assert seen.rest() == []


def test_what_lies_beside_it(seen: Seen, folder: Path) -> None:
    """Locks of Emacs (links to nothing), its backups, swap files and caches are not looked at."""
    (folder / ".#square.py").symlink_to("somebody@somewhere.1:1")
    (folder / "#square.py#").write_text(NEW)
    (folder / "square.py~").write_text(OLD)
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "square.py").write_text(NEW)
    assert seen.rest() == []


def test_deleted_and_empty(seen: Seen, folder: Path) -> None:
    """What stays so is told in the end."""
    square = folder / "square.py"
    square.unlink()
    assert seen.next() == "missing"
    square.touch()
    assert seen.next() == "square.py is empty: fill in the stub that the course gives."


def test_a_single_file(folder: Path) -> None:
    """Also where another is moved in its place, again and again."""
    square = folder / "square.py"
    watching = Seen(square)
    try:
        assert watching.next() == OLD
        for text in (NEW, OLD, NEW):
            (folder / "partial").write_text(text)
            (folder / "partial").replace(square)
            assert watching.next() == text
    finally:
        watching.end()


def test_below_a_file_that_is_none_of_the_exercises(tmp_path: Path) -> None:
    """As the submission is read: the work lies deeper, a tool of the student's own at the top."""
    work = tmp_path / "week 1" / "square.py"
    work.parent.mkdir()
    work.write_text(OLD)
    (tmp_path / "plots.py").write_text(OLD)
    seen = Seen(tmp_path)
    try:
        assert seen.next() == OLD
        work.write_text(NEW)
        assert seen.next() == NEW
    finally:
        seen.end()


def test_a_link_to_a_folder_that_is_exchanged(tmp_path: Path) -> None:
    """As a deployment or a synchronised folder does it; found by the look that nothing asks for."""
    for name, text in (("one", OLD), ("two", NEW)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "square.py").write_text(text)
    link = tmp_path / "exercises"
    link.symlink_to("one")
    watching = Seen(link)
    try:
        assert watching.next() == OLD
        (tmp_path / "new").symlink_to("two")
        (tmp_path / "new").replace(link)
        assert watching.next() == NEW
        (tmp_path / "two" / "square.py").write_text(OLD)
        assert watching.next() == OLD
    finally:
        watching.end()
