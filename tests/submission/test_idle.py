"""What is said about files that count for nothing."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from grader.submission import Wanted, read

WANTED = [
    Wanted("square", ["square"]),
    Wanted("cube", ["Cube"]),
    Wanted("mlp", ["make_net"]),
    Wanted("loop", ["make_net", "train"]),
]
SQUARE = "def square(X): return X * X\n"


@pytest.mark.parametrize(
    ("files", "note"),
    [
        (
            {"homework.py": "def Square(X): pass\n"},
            (
                "homework.py defines Square, but the exercise square asks for square: "
                "keep the stub's name."
            ),
        ),
        (
            {"homework.py": SQUARE + "class cube: pass\n"},
            "homework.py defines cube, but the exercise cube asks for Cube: keep the stub's name.",
        ),
        (
            {"homework.py": "def foo(): pass\n"},
            (
                "homework.py counts for no exercise: of none does it define all that is asked, but "
                "only foo. Keep the stubs' names, or name the file after its exercise, such as "
                "square.py."
            ),
        ),
        (
            {"homework.py": "x = 1\n"},
            "homework.py counts for no exercise, for it defines no function and no class.",
        ),
        ({"homework.py": ""}, "homework.py is empty: fill in the stub that the course gives."),
        (
            {"cube.py": "class Cube: pass\n" + SQUARE},
            (
                "cube.py also defines what square asks for, but counts for cube only: put that "
                "into square.py."
            ),
        ),
        (
            {"square.docx": "PK"},
            "square.docx is not an exercise's file: was it meant to be square.py?",
        ),
    ],
)
def test_it_is_told_what_to_do(files: dict[str, str], note: str, tmp_path: Path):
    """Before somebody despairs of "was not handed in"."""
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    assert read(tmp_path, WANTED).notes[-1] == note


@pytest.mark.parametrize(
    "files",
    [
        {"square.py": "import tools\n" + SQUARE, "tools.py": "def squares(): pass\n"},
        {"square.py": SQUARE, "main.py": "print(1)\n"},
        {"loop.py": "def make_net(): pass\ndef train(): pass\n"},
    ],
)
def test_what_helps_or_is_of_no_interest_is_not_told(files: dict[str, str], tmp_path: Path):
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    assert read(tmp_path, WANTED).notes == []


def test_a_file_that_spells_all_names_is_taken_apart_once(tmp_path: Path):
    """Not for each exercise that was not handed in."""
    wanted = [Wanted(f"e{number}", [f"stub{number}"]) for number in range(60)]
    spelled = "".join(f"# stub{number}\n" for number in range(60))
    (tmp_path / "e0.py").write_text(spelled + "x = 1\n" * 20_000)
    began = time.process_time()
    assert read(tmp_path, wanted).notes == []
    assert time.process_time() - began < 5


def test_more_names_than_anybody_writes_are_compared_with_none(tmp_path: Path):
    """Each with each stub takes the judge half a minute."""
    names = ["Square", *(f"squar{number}" for number in range(2000))]
    (tmp_path / "homework.py").write_text("".join(f"def {name}(): pass\n" for name in names))
    told = read(tmp_path, WANTED).notes
    assert told[0].startswith("homework.py counts for no exercise")
