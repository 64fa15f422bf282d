"""What is lost where another of a student's attempts counts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.classroom.counting import left_behind
from grader.classroom.intake import attempts
from grader.submission import Wanted

WANTED = [Wanted("square", ["square"]), Wanted("two", ["Shift"]), Wanted("net", ["make_net"])]


def hand_in(folder: Path, name: str, *exercises: str) -> None:
    path = folder / name
    path.mkdir()
    for exercise in exercises:
        (path / f"{exercise}.py").write_text("x = 1\n")
        os.utime(path / f"{exercise}.py", (1_000, 1_000))


@pytest.mark.parametrize(
    ("counting", "told"),
    [
        ("latest", ["ada@3/ counts for ada, without square and net, which ada@2/ holds."]),
        ("first", ["ada/ counts for ada, without two and net, which ada@2/ holds."]),
        ("best", []),
    ],
)
def test_an_attempt_that_lacks_what_another_holds(
    counting: str, told: list[str], tmp_path: Path
) -> None:
    """Many hand in again what they mended, and nothing else; of those that lost most is told."""
    hand_in(tmp_path, "ada", "square")
    hand_in(tmp_path, "ada@2", "square", "two", "net")
    hand_in(tmp_path, "ada@3", "two")
    hand_in(tmp_path, "bo", "square")
    hand_in(tmp_path, "cy", "square")
    hand_in(tmp_path, "cy@2", "square", "two")
    (tmp_path / "dee").mkdir()
    (tmp_path / "dee@2.zip").write_text("no archive")
    found = list(left_behind(attempts(tmp_path).attempts, counting, WANTED))
    assert [note for note in found if not note.startswith("cy")] == told
    assert len(found) == len(told) + (counting == "first")
