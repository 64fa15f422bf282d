"""`grader debug`: one check in the user's own interpreter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from grader import debugging
from grader.course.loading import Course
from grader.sandbox import Isolation
from grader.submission import SubmissionError, read
from grader.worker.pool import Pool
from tests.conftest import MINIATURE, RIGHT

# MXNet's, at its first use of SciPy: it was written for the SciPy of 2021.
pytestmark = pytest.mark.filterwarnings(
    "ignore:Please import .* from the `scipy:DeprecationWarning"
)

Debug = Callable[..., str]


@pytest.fixture
def debug(
    course: Course,
    pool: Pool,
    isolation: Isolation,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Debug:
    """Runs a check of `square` on a text and returns what was printed."""

    @contextmanager
    def warm(*_: object) -> Iterator[Pool]:
        yield pool

    monkeypatch.setattr(debugging, "Pool", warm)

    def run(
        text: str, check: str = "equals_reference", exercise: str = "square", **more: object
    ) -> str:
        (tmp_path / f"{exercise}.py").write_text(text)
        options = {"seed": 1, "device": "cpu", "simpler": 0, "interactive": False} | more
        debugging.run(
            course.only([exercise]),
            read(tmp_path, [exercise]),
            check,
            isolation=isolation,
            **options,
        )
        return capsys.readouterr().out

    return run


def test_inputs_and_both_answers_are_shown(debug: Debug):
    """And the sentence of the report."""
    shown = debug("def square(X):\n    return X + X\n")
    head, first, expected, actual, verdict = shown.split("\n\n")
    assert head == "square: Equals the reference on random numbers. (cpu, float32)"
    assert first.splitlines()[0] == "input 1, shape (4, 5), float32, cpu(0)"
    assert expected.splitlines()[:2] == ["expected", "shape (4, 5), float32, cpu(0)"]
    assert actual.splitlines()[:2] == ["actual", "shape (4, 5), float32, cpu(0)"]
    assert "20 of 20 elements differ" in verdict


def test_parts_are_shown_by_their_names(debug: Debug):
    """As the sentence below names them."""
    shown = debug("import mxnet as mx\ndef square(X):\n    return [X, {'b': X.sum(), 'a': 2}]\n")
    actual = shown.split("\n\n")[3].splitlines()
    assert (actual[0], actual[1]) == ("actual", "part 1: shape (4, 5), float32, cpu(0)")
    assert actual[-3:-1] == ["part 2: a: 2", "part 2: b: shape (1,), float32, cpu(0)"]


def test_right_work_passes(debug: Debug):
    """Whatever it prints is printed where it is printed."""
    shown = debug("def square(X):\n    print('shape', X.shape)\n    return X * X\n")
    assert (shown.startswith("shape (4, 5)\n"), shown.endswith("\n\npassed\n")) == (True, True)


def test_two_contexts_do_not_meet_on_cpu_1(debug: Debug):
    """As in the report, of which this is the check that fails."""
    text = "from mxnet import nd\ndef square(X):\n    return X * X + nd.zeros(X.shape)\n"
    assert debug(text).endswith("\n\npassed\n")
    assert "MXNetError: An operator requires all inputs" in debug(text, "stays_on_its_context")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("import scipy.special", "ModuleNotFoundError: "),
        ("assert DataLoader([1], 1, num_workers=1)._num_workers == 0", "\n\npassed\n"),
        ("assert len(sys.argv) == 1", "\n\npassed\n"),
    ],
)
def test_a_solution_finds_what_it_finds_in_a_worker(debug: Debug, line: str, says: str):
    """Or else what the report calls wrong would be right here."""
    imports = "import sys\nfrom mxnet.gluon.data import DataLoader\n"
    assert says in debug(f"{imports}def square(X):\n    {line}\n    return X * X\n")


def test_a_notebook_runs_by_its_cells(debug: Debug, tmp_path: Path):
    """What it raises is shown with the cell, of which Python knows the lines."""
    cells = ["%matplotlib inline", "!ls\ndef square(X):\n    return X.no_such()"]
    code = [{"cell_type": "code", "source": cell} for cell in cells]
    path = tmp_path / "square.ipynb"
    path.write_text(json.dumps({"nbformat": 4, "cells": code}))
    os.utime(path, (2**31, 2**31))  # newer than the file beside it, so that it counts
    shown = debug("def square(X):\n    return X * X\n")
    assert f'File "{path}, cell 2", line 3, in square\n    return X.no_such()' in shown


def test_a_file_is_called_by_the_place_where_it_lies(
    course: Course, isolation: Isolation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """So that an editor can go there."""
    folder = tmp_path / "week 1" / "first"
    folder.mkdir(parents=True)
    (folder / "square.py").write_text("def square(X):\n    return X.no_such()\n")
    (tmp_path / "two.py").write_text(RIGHT["two"])
    chosen, submission = course.only(["square"]), read(tmp_path, ["square"])
    options = {"seed": 1, "device": "cpu", "simpler": 0, "interactive": False}
    debugging.run(chosen, submission, "equals_reference", isolation=isolation, **options)
    assert f'File "{folder}/square.py", line 2' in capsys.readouterr().out


def test_the_simplest_case_is_small(debug: Debug):
    """Whole numbers, to work through by hand."""
    assert "input 1, shape (2, 2), float32, cpu(0)" in debug(RIGHT["square"], simpler=1)


def test_a_random_draw_is_judged_by_its_law(debug: Debug):
    """Its numbers need not be the reference's."""
    shown = debug(RIGHT["two"], "draws_evenly", "two")
    assert "(a random draw: judged by its law, not by these numbers)" in shown
    assert shown.endswith("passed\n")


@pytest.mark.parametrize(
    ("raises", "type_"),
    [("X + 'a'", "TypeError"), ("int('x')", "ValueError"), ("exit()", "SystemExit")],
)
def test_an_exception_shows_the_students_lines(debug: Debug, raises: str, type_: str):
    """Only those, with their source; `exit()` does not end the debugger without a word."""
    shown = debug(f"def inner(X):\n    return {raises}\ndef square(X):\n    return inner(X)\n")
    assert [line.strip() for line in shown.splitlines() if "File" in line] == [
        line.strip()
        for line in shown.splitlines()
        if "square.py" in line and ("in square" in line or "in inner" in line)
    ]
    assert f"return {raises}" in shown
    assert f"{type_}: " in shown
    assert "expected\nshape (4, 5)" in shown


@pytest.mark.parametrize(
    ("text", "check", "says"),
    [
        (RIGHT["square"], "equal_reference", "; did you mean square:equals_reference?"),
        (RIGHT["square"], "zzz", "square has no check 'zzz'. It has: equals_reference, has_the"),
        ("\ndef square(X:\n", "equals_reference", "square.py, line 2: SyntaxError: "),
        ("\ndef square(X:\n", "equals_reference", "\n    def square(X:"),
        ("import sys\nsys.exit()\n", "equals_reference", "line 2: The code raised SystemExit"),
        ("", "equals_reference", "square.py is empty"),
    ],
)
def test_what_cannot_be_run_is_refused(debug: Debug, text: str, check: str, says: str):
    """In one sentence, with the nearest name."""
    with pytest.raises(SubmissionError) as caught:
        debug(text, check)
    assert says in str(caught.value)


def test_the_working_directory_is_left_alone(debug: Debug):
    """Files that a probe writes land elsewhere."""
    before = Path.cwd()
    shown = debug("import os\ndef square(X):\n    print(os.getcwd())\n    return X * X\n")
    assert (Path.cwd(), shown.splitlines()[0] != str(before)) == (before, True)


def interactive(tmp_path: Path, text: str, commands: str) -> str:
    (tmp_path / "square.py").write_text(text)
    command = [sys.executable, "-m", "grader", "debug", "square:equals_reference", "--pdb"]
    command += ["--submission", str(tmp_path), "--course", str(MINIATURE)]
    done = subprocess.run(
        command,
        input=commands,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"HOME": str(tmp_path)},
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    return done.stdout


def test_pdb_stops_in_the_students_function(tmp_path: Path):
    """On its first line after the docstring, with its variables at hand; then it goes on."""
    text = 'def square(X):\n    """Doc."""\n    Y = X * X\n    return Y\n'
    shown = interactive(tmp_path, text, "p X.shape\nnext\np Y.shape\ncontinue\n")
    assert "square.py(3)square()" in shown
    assert (shown.count("(4, 5)") >= 2, shown.endswith("passed\n")) == (True, True)


def test_quitting_pdb_is_quiet(tmp_path: Path):
    """No traceback of the debugger's own."""
    shown = interactive(tmp_path, RIGHT["square"], "quit\n")
    assert ("BdbQuit" in shown, "expected\n" in shown) == (False, True)


def test_pdb_goes_to_the_line_that_raised(tmp_path: Path):
    """After an exception, in the function in which it arose."""
    text = "def square(X):\n    Y = 3\n    raise ValueError(Y)\n"
    shown = interactive(tmp_path, text, "continue\np Y + 4\nquit\n")
    assert ("ValueError: 3" in shown, "(Pdb) 7" in shown) == (True, True)
