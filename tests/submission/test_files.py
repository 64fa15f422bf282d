"""Whatever a folder holds becomes sources and sentences, and the rest is still read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.grading import Grader
from grader.submission import Source, Submission, SubmissionError, Wanted, folder, read

GOOD = "def square(X):\n    return X * X\n"
IDS = ["square", "two"]


def writes(data: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(data) and None


def links(target: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        (path.parent.parent / "outside.py").write_text(GOOD)
        path.symlink_to(target)

    return make


BAD = {
    "empty": (writes(b""), "square.py is empty: fill in the stub that the course gives."),
    "blank": (writes(b" \n\t\n"), "square.py is empty: fill in the stub that the course gives."),
    "not UTF-8": (
        writes(b"x = 1\ny = '\xff'\n"),
        "square.py, line 2: byte 0xff is not utf-8 text. Save the file as UTF-8.",
    ),
    "not UTF-8 from the third line on": (
        writes(b"x = 1\n\n\ny = '\xe9'\n"),
        "square.py, line 4: byte 0xe9 is not utf-8 text. Save the file as UTF-8.",
    ),
    "UTF-16": (
        writes("x = 1\n".encode("utf-16")),
        "square.py: invalid or missing encoding declaration. Save the file as UTF-8.",
    ),
    "unknown encoding": (
        writes(b"# coding: klingon\nx = 1\n"),
        "square.py: unknown encoding: klingon. Save the file as UTF-8.",
    ),
    "an endless encoding": (
        writes(b"# coding: " + b"z" * 2**19),
        f"square.py: unknown encoding: {'z' * 182}. Save the file as UTF-8.",
    ),
    "no encoding of text": (
        writes(b"# coding: rot13\nx = 1\n"),
        "square.py: 'rot13' is not a text encoding; use codecs.decode() to handle ",
    ),
    "an encoding of hosts' names": (
        writes(b"# coding: idna\n.xn--a-" + b"b" * 2**17),
        "square.py: unknown encoding: idna. Save the file as UTF-8.",
    ),
    "another encoding of hosts' names": (
        writes(b"# coding: punycode\n-x"),
        "square.py: unknown encoding: punycode. Save the file as UTF-8.",
    ),
    "an encoding that refuses all": (
        writes(b"# coding: undefined\nx = 1\n"),
        (
            "square.py: undefined encoding. "
            if sys.version_info >= (3, 12)
            else "square.py: decoding with 'undefined' codec failed (UnicodeError: undefined "
        ),
    ),
    "half a character": (
        writes(b"# coding: unicode_escape\nx = '\\ud800'\n"),
        "square.py, line 2: half a character. Save the file as UTF-8.",
    ),
    "BOM against cookie": (
        writes(b"\xef\xbb\xbf# coding: gbk\nx = 1\n"),
        "square.py: encoding problem: utf-8. Save the file as UTF-8.",
    ),
    "NUL": (
        writes(b"x = 1\ny = '\0'\n"),
        "square.py, line 2: there is a NUL character. Remove it.",
    ),
    "UTF-16 without BOM": (
        writes("x = 1\n".encode("utf-16-le")),
        "square.py is UTF-16 text. Save the file as ",
    ),
    "too large": (writes(b"#" * (2**20 + 1)), "square.py is larger than 1 MiB."),
    "pipe": (os.mkfifo, "square.py is not a regular file."),
    "folder": (Path.mkdir, "square.py is not a regular file."),
    "dangling link": (
        links("nowhere.py"),
        "square.py is a link to a file that does not exist.",
    ),
    "circular link": (links("square.py"), "square.py cannot be read: "),
    "link out": (links("../outside.py"), "square.py is a link out of the submission."),
    "link to a device": (links("/dev/zero"), "square.py is not a regular file."),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_becomes_a_sentence_and_the_rest_is_read(name: str, tmp_path: Path):
    """It never becomes an exception, and nothing waits for a pipe or reads a device."""
    make, sentence = BAD[name]
    folder = tmp_path / "submission"
    folder.mkdir()
    (folder / "two.py").write_text(GOOD)
    make(folder / "square.py")
    found = read(folder, IDS)
    assert found.sources["two"] == Source("two.py", GOOD)
    problem = found.sources["square"].problem
    assert (problem[: len(sentence)], problem[-1], found.sources["square"].text) == (
        sentence,
        ".",
        "",
    )


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Root may read anything, so the refusal is played."""

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "square.py").write_text(GOOD)
    monkeypatch.setattr(folder.os, "open", refuse)
    problem = "square.py cannot be read: Permission denied."
    assert read(tmp_path, ["square"]).sources["square"] == Source("square.py", problem=problem)


@pytest.mark.parametrize(
    "data",
    [
        GOOD.encode(),
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
    ],
    ids=["plain", "BOM", "CRLF", "CR"],
)
def test_every_usual_way_to_write_a_file_is_the_same_text(data: bytes, tmp_path: Path):
    """Byte order marks and line ends are no part of the source."""
    (tmp_path / "square.py").write_bytes(data)
    assert read(tmp_path, ["square"]).sources == {"square": Source("square.py", GOOD)}


def test_an_encoding_cookie_is_heeded(tmp_path: Path):
    """PEP 263: a Chinese editor may write GBK and say so."""
    text = "# -*- coding: gbk -*-\n# 平方\n"
    (tmp_path / "square.py").write_bytes(text.encode("gbk"))
    assert read(tmp_path, ["square"]).sources["square"].text == text


def test_a_link_within_the_submission_is_followed(tmp_path: Path):
    """It cannot show anything that was not handed in."""
    (tmp_path / "mine.py").write_text(GOOD)
    (tmp_path / "square.py").symlink_to("mine.py")
    assert read(tmp_path, ["square"]).sources["square"].text == GOOD


def test_a_missing_file_is_missing_and_not_an_error(tmp_path: Path):
    """A half-finished submission is a usual thing."""
    sentence = "square.py was not handed in."
    missing = {"square": Source("square.py", problem=sentence, missing=True)}
    assert read(tmp_path, ["square"]) == Submission(tmp_path, missing)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Square.py", True),
        ("sqaure.py", True),
        ("square (1).py", True),
        ("square.txt", True),
        ("sqaure.py.txt", True),
        ("utils.py", False),
        ("notes.txt", False),
        ("square.csv", False),
    ],
)
def test_a_near_miss_is_noted(name: str, near: bool, tmp_path: Path):
    """A file under nearly the right name is told before somebody despairs of "missing"."""
    (tmp_path / name).write_text(GOOD)
    (tmp_path / "two.py").write_text(GOOD)
    note = f"{name} is not an exercise's file: was it meant to be square.py?"
    assert read(tmp_path, IDS).notes == ([note] if near else [])


@pytest.mark.parametrize("name", ["square.PY", "square.Py", "square.py.txt"])
def test_an_ending_as_some_systems_write_it(name: str, tmp_path: Path):
    """It is the file; unless one is there that is spelled as it should be."""
    (tmp_path / name).write_text(GOOD)
    source, note = Source("square.py", GOOD), f"{name} counts; square.py would be a safer name."
    expected = Submission(tmp_path, {"square": source}, {"square.py": GOOD}, [note])
    assert read(tmp_path, ["square"]) == expected
    (tmp_path / "square.py").write_text("x = 1\n")
    assert read(tmp_path, ["square"]).sources["square"].text == "x = 1\n"


@pytest.mark.parametrize("name", ["ada.PY", "ada.py.txt", "square.PY", "square.py.txt"])
def test_such_an_ending_of_a_single_file(name: str, tmp_path: Path):
    (tmp_path / name).write_text(GOOD)
    found = read(tmp_path / name, [Wanted("square", ["square"])])
    assert found.sources == {"square": Source(name, GOOD)}
    safer = [f"{name} counts; square.py would be a safer name."]
    assert found.notes == (safer if name.startswith("square") else [])


def test_a_file_of_another_kind_than_its_name_says(tmp_path: Path):
    """It counts, in a folder and alone, and the name that it should have is told."""
    cells = '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "x = 1"}]}'
    for text, name, safer in (
        (GOOD, "square.ipynb", "square.py"),
        (cells, "square.py", "square.ipynb"),
    ):
        (tmp_path / name).write_text(text)
        for path in (tmp_path, tmp_path / name):
            found = read(path, ["square"])
            assert found.sources["square"].code == (GOOD if text == GOOD else "x = 1")
            assert found.notes == [f"{name} counts; {safer} would be a safer name."]
        (tmp_path / name).unlink()


def test_helpers_travel_with_the_exercises(tmp_path: Path):
    """Every readable Python file may be imported; what cannot be read is left out."""
    for name in ("square.py", "utils.py", "data.csv"):
        (tmp_path / name).write_text(GOOD)
    (tmp_path / "bad.py").write_bytes(b"\xff")
    (tmp_path / "pipe.py").symlink_to("/dev/zero")
    assert read(tmp_path, IDS).siblings == {"square.py": GOOD, "utils.py": GOOD}


def test_a_file_name_that_is_no_text_is_left_out(tmp_path: Path):
    """No import could name it, and no message could hold it."""
    (tmp_path / os.fsdecode(b"\xff.py")).write_text(GOOD)
    (tmp_path / "square.py").write_text(GOOD)
    found = read(tmp_path, ["square"])
    assert (found.siblings, found.notes) == ({"square.py": GOOD}, [])


@pytest.mark.parametrize(("count", "size"), [(70, 10), (20, 2**20)])
def test_too_many_helpers_are_left_out_and_told(count: int, size: int, tmp_path: Path):
    """What travels to a worker with each exercise is bounded."""
    (tmp_path / "square.py").write_text(GOOD)
    for number in range(count):
        (tmp_path / f"helper{number:02}.py").write_bytes(b"#" * size)
    found = read(tmp_path, ["square"])
    kept = len(found.siblings) - 1
    assert kept in (3, 63)
    more = f"{count - kept} more Python files cannot be imported: there are too many."
    assert found.notes == [more]


def test_as_many_helpers_as_may_travel_do(tmp_path: Path, grader: Grader):
    """Their letters may take several bytes each, and one message has to hold all of them."""
    (tmp_path / "square.py").write_text(GOOD)
    for number in range(20):
        text = "# " + "平方" * (2**18 // 3) + "\n"
        (tmp_path / f"helper{number:02}.py").write_text(text, encoding="utf-8")
    found = read(tmp_path, ["square"])
    assert 3_500_000 < sum(len(text.encode()) for text in found.siblings.values()) <= 4 * 2**20
    assert grader.grade(found).exercises[0].status == "done"


def test_one_file_is_one_exercise(tmp_path: Path):
    """A path to `<id>.py` grades that exercise only."""
    path = tmp_path / "square.py"
    path.write_text(GOOD)
    assert read(path, IDS) == Submission(path, {"square": Source("square.py", GOOD)})


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nowhere", "nowhere: no such file or folder; give a folder or one <id>.py"),
        (
            "cube.py",
            "cube.py: not an exercise's file; it must be named after one, such as square.py",
        ),
        ("tow.py", "tow.py: not an exercise's file; it must be named after one, such as two.py"),
        ("README.md", "README.md: not an exercise's file; give a folder, one <id>.py or "),
    ],
)
def test_a_path_that_cannot_be_graded_is_refused(name: str, says: str, tmp_path: Path):
    """The sentence says what to give instead."""
    if name != "nowhere":
        (tmp_path / name).write_text(GOOD)
    with pytest.raises(SubmissionError) as caught:
        read(tmp_path / name, IDS)
    assert str(caught.value).startswith(f"{tmp_path}/{says}")


def test_a_folder_is_as_new_as_what_is_read_of_it(tmp_path: Path):
    """Looking into a folder, or importing from it, is no work on it."""
    ages = {
        "square.py": 1_000,
        "common/ops.py": 3_000,
        "common/notes.txt": 4_000,
        ".DS_Store": 5_000,
        "__pycache__/square.py": 5_000,
        "venv/lib/six.py": 5_000,
    }
    for name, seconds in ages.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(GOOD)
        os.utime(path, (seconds, seconds))
    assert folder.newest(tmp_path, IDS) == 3_000
