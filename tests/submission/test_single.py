"""One file named after a student counts for the exercises whose stubs it defines."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from grader.submission import Source, SubmissionError, Wanted, read

WANTED = [
    Wanted("square", ["square"]),
    Wanted("two", ["Shift", "draws"]),
    Wanted("mlp", ["make_net"]),
    Wanted("linreg", ["make_net", "train"]),
    Wanted("hybrid", ["make_net"]),
]
SHARED = (
    "ada.py defines make_net, for which mlp and hybrid ask: hand in a folder or an archive "
    "with one file for each exercise, or grade the file with --exercise."
)


def ids(path: Path, text: str, wanted: list[Wanted] = WANTED) -> tuple[list[str], list[str]]:
    path.write_text(text)
    found = read(path, wanted)
    assert all(source == Source(path.name, text) for source in found.sources.values())
    return list(found.sources), found.notes


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("def square(X): pass\n", ["square"]),
        ("class Shift:\n    pass\ndef draws(n):\n    pass\n", ["two"]),
        ("'''\ndef draws(n): pass\nclass Shift: pass\n'''\ndef square(X): pass", ["square"]),
        ("def square(X): pass\ndef f():\n  def draws(): pass\n  class Shift: pass\n", ["square"]),
        ("async def square(X): pass\nx = (\n", ["square"]),
        ("def square(X): pass\n  unindented = '\n", ["square"]),
        ("class square(Base): pass\n", ["square"]),
    ],
)
def test_it_counts_where_it_defines_every_stub_at_its_top_level(
    text: str, counts: list[str], tmp_path: Path
):
    """Also a file that cannot be run: that is for its report to say."""
    assert ids(tmp_path / "ada.py", text) == (counts, [])


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("class Shift: pass\n", ["two"]),
        ("def square(X): pass\nclass Shift: pass\n", ["square", "two"]),
        ("'''\ndef draws(n): pass\n'''\nclass Shift: pass\n", ["two"]),
    ],
)
def test_half_of_an_exercise_counts(text: str, counts: list[str], tmp_path: Path):
    """As it does in a folder."""
    note = "ada.py counts for two, of which it defines Shift, but not draws."
    assert ids(tmp_path / "ada.py", text) == (counts, [note])


def test_nearly_the_name_decides_between_exercises_that_ask_for_the_same(tmp_path: Path):
    """And keeps the file from counting for none of the others."""
    text = "def make_net(): pass\ndef square(X): pass\n"
    assert ids(tmp_path / "07_Hybrid.py", text) == (["square", "hybrid"], [])


def test_names_that_several_exercises_ask_for(tmp_path: Path):
    """It counts for neither, nor where another asks for more that is there; unless it was asked
    about alone."""
    text = "def make_net(): pass\n"
    assert ids(tmp_path / "ada.py", f"{text}def square(X): pass\n") == (["square"], [SHARED])
    more = f"{text}def train(net): pass\n"
    assert ids(tmp_path / "ada.py", more) == (["linreg"], [])
    alone = [replace(asked, unasked=asked.id != "mlp") for asked in WANTED]
    for held in (text, more):
        assert ids(tmp_path / "ada.py", held, alone) == (["mlp"], [])


def test_another_exercises_file_counts_for_none_that_was_asked_about(tmp_path: Path):
    unasked = [replace(asked, unasked=asked.id != "square") for asked in WANTED]
    with pytest.raises(SubmissionError, match=r"named after one, such as square\.py, or define"):
        ids(tmp_path / "two.py", "def square(X): pass\n", unasked)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("def cube(X): pass\n", "it must be named after one, such as square.py, or define "),
        ("def make_net(X): pass\n", SHARED),
    ],
)
def test_a_file_that_counts_for_nothing_is_refused(text: str, says: str, tmp_path: Path):
    path = tmp_path / "ada.py"
    with pytest.raises(SubmissionError) as caught:
        ids(path, text)
    assert str(caught.value).startswith(f"{path}: not an exercise's file; {says}")
    with pytest.raises(SubmissionError, match=r"^ada\.py is empty: fill in the stub that the c"):
        ids(path, "")


def test_a_notebook_counts_by_all_its_cells(tmp_path: Path):
    """A magic in one of them hides nothing."""
    cells = ["%time x = 1\nclass Shift: pass", "!echo '''", "def draws(n): pass"]
    code = [{"cell_type": "code", "source": cell} for cell in cells]
    path = tmp_path / "ada.ipynb"
    path.write_text(json.dumps({"nbformat": 4, "cells": code}))
    assert read(path, WANTED).sources == {"two": Source("ada.ipynb", cells=tuple(cells))}


def test_an_exercises_name_decides_before_the_stubs(tmp_path: Path):
    assert ids(tmp_path / "two.py", "def square(X): pass\n") == (["two"], [])
