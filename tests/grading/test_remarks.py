"""What is said about a whole file: what became of its stubs, and what stood in the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest

from grader.course.loading import Course
from grader.grading import Grader
from grader.grading.remarks import notes, reach, undefined
from grader.report.record import ExerciseResult, Report
from grader.sandbox import Limits
from grader.submission import Source, read
from grader.worker.pool import Pool
from grader.worker.protocol import Failure, Loaded
from tests.conftest import RIGHT
from tests.hurrying import Hurried

GradeSquare = Callable[[str], ExerciseResult]
STUB = "def square(X):\n    raise NotImplementedError\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "if __name__ == '__main__':\n    def square(X):\n        return X * X\n",
            (
                "square.py, line 2 defines square, but inside `if __name__ == '__main__':`, where "
                "no check finds it: move it to the left margin, outside of that."
            ),
        ),
        (
            "def main(X):\n    return X * X\n",
            "square.py does not define square. Keep the stub's name.",
        ),
        (
            "def squared(X):\n    return X * X\nsquare = squared(3)\n",
            (
                "In square.py, square is nothing that can be called in the end, but a value: give "
                "that another name, and keep square for the stub."
            ),
        ),
        (
            "import sys\nsys.exit(1)\ndef Square(X):\n    return X * X\n",
            "square.py, line 2: The code raised SystemExit, which would end the program.",
        ),
    ],
)
def test_a_stub_that_is_not_there(grade_square: GradeSquare, text: str, message: str):
    """Where it is, if it is anywhere; a name that is quite another is none that it may have."""
    found = grade_square(text)
    assert (found.status, found.message) == ("error", message)


def test_a_file_that_took_too_long_and_has_no_stub(course: Course, pool: Pool, tmp_path: Path):
    """The line is told, not only how long was waited."""
    (tmp_path / "square.py").write_text("x = 1\nwhile x:\n    x += 1\n")
    hurried: Any = Hurried(pool, Limits(seconds=1.5))
    found = Grader(course, hurried).grade(read(tmp_path, ["square"])).exercises[0]
    assert (found.status, {c.status for c in found.checks}) == ("error", {"timeout"})
    assert re.fullmatch(r"square\.py, line [23]: It took too long and was stopped\.", found.message)


def test_a_name_without_end_is_cut(grade_square: GradeSquare):
    """Each check repeats it."""
    found = grade_square(f"{RIGHT['square']}MX{'x' * 5_000}Profile = 1\n")
    assert found.status == "borrowed"
    assert {len(check.message) for check in found.checks} == {
        len(
            "Own work cannot be established: line 3 of square.py uses , which reaches behind the "
            "checks. Leave it out."
        )
        + 100
    }


def test_a_notebooks_command_in_a_file_hides_nothing():
    """What stands between two of them looks like a string to Python's tokens, and runs."""
    text = "!echo '''\nexec('1')\n!echo '''\n"
    said = reach(Source("square.py", text), {}, traced=True)
    assert said.startswith("Own work cannot be established: line 2 of square.py uses exec")


def test_a_forged_note_without_a_line_is_told():
    """Whatever a child says of how a file was loaded."""
    loaded = Loaded(notes=[Failure("SyntaxError", "forged")])
    assert notes(loaded, "square.py") == ["square.py raised SyntaxError: forged (not graded)"]


def test_who_need_not_prove_own_work_is_not_told_of_it():
    """What leads to the probes is refused in every exercise."""
    source = Source("square.py", "import sys\nframe = sys._getframe()\n")
    said = reach(source, {}, traced=False)
    assert said.startswith("This work cannot be graded: line 2 of square.py uses _getframe")


HELPER = "import sys\nsys._getframe()\n"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("'As in the notes.'  # the notes\nnotes = 1\n", "done"),
        ("import notes\n", "borrowed"),
        ("if True: from notes import sys as s\n", "borrowed"),
        ("import importlib; importlib.import_module('notes')\n", "borrowed"),
    ],
)
def test_a_helper_counts_if_it_is_imported(
    course: Course, pool: Pool, text: str, status: str, tmp_path: Path
):
    """One that is only mentioned does not run where the work does."""
    (tmp_path / "square.py").write_text(text + RIGHT["square"])
    (tmp_path / "notes.py").write_text(HELPER)
    found = Grader(course, pool).grade(read(tmp_path, ["square"])).exercises[0]
    assert found.status == status


def test_a_line_without_end_is_cut(grade_square: GradeSquare):
    """Behind what is shown of any line."""
    found = grade_square(f"def square(X):\n    return Y  # {'x' * 5_000}\n")
    [frame] = found.checks[0].traceback
    assert (frame.source[:12], len(frame.source)) == ("return Y  # ", 400)


def test_another_stub_is_no_new_name_of_one(grade: Callable[..., Report]):
    """Though it be the only name that is defined."""
    text = "def draws(n): pass\ndef draws_(n): pass\n"
    assert (
        grade(two=text).exercises[1].message
        == "two.py does not define Shift. Keep the stub's name."
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "x = 1\n",
            "two.py does not define Shift and draws. Keep the stubs' names.",
        ),
        (
            "class Shifts: pass\nif True:\n    def draws(n): pass\n    del draws\n",
            (
                "two.py does not define Shift; it defines Shifts. Was it renamed? "
                "Keep the name Shift. two.py, line 3 defines draws, but inside `if True:`, where "
                "no check finds it: move it to the left margin, outside of that."
            ),
        ),
    ],
)
def test_each_stub_that_is_not_there_is_named(
    grade: Callable[..., Report], text: str, message: str
):
    """With what became of it."""
    assert grade(two=text).exercises[1].message == message


def test_a_stub_that_is_not_there_hides_no_cause(grade: Callable[..., Report]):
    """What is wrong with the other one is told as if it stood alone."""
    text = "from mxnet import nd\ndef draws(n):\n    return nd.random.uniform(-1, 1, shape=(n,))\n"
    assert grade(two=text).exercises[1].likely_cause == "The draws must begin at 0, not at -1."


def test_other_arguments_than_the_exercises(grade_square: GradeSquare):
    """The report shows what these are."""
    found = grade_square("def square(X, Y):\n    return X * Y\n")
    assert found.checks[0].message.startswith(
        "The exercise gives it as `square(X)`: keep the name and the arguments."
    )


@pytest.mark.parametrize(
    ("asked", "others", "meant"),
    [
        ("sgd", ["SGD"], "SGD"),
        ("k_fold", ["kfold"], "kfold"),
        ("make_net", ["net", "get_net"], "get_net"),
        ("GCNLayer", ["GCN"], "GCN"),
        ("make_net", ["net"], ""),
        ("train", ["k_fold_train"], ""),
        ("Dropout", ["dropout_test"], ""),
        ("BatchNorm", ["pure_batch_norm"], ""),
    ],
)
def test_what_a_stub_was_renamed_to(asked: str, others: list[str], meant: str):
    """A helper of whoever has not begun with the stub is not proposed."""
    loaded = Loaded(missing=[asked], defined=others)
    said = undefined(loaded, [asked], "work.py")
    assert ("it defines" in said, f"; it defines {meant}. " in said) == (bool(meant), bool(meant))


def test_an_empty_stub_is_not_started(grade_square: GradeSquare):
    """As one that raises NotImplementedError is; nothing of it is shown as a fault."""
    found = grade_square("def square(X):\n    '''The square.'''\n    pass\n")
    assert (found.status, found.points, found.notes) == ("not_started", 0, [])
    assert {c.message for c in found.checks} == {"Not started: `square` is empty; fill it in."}


def test_a_second_definition_below_the_work_is_pointed_at(grade_square: GradeSquare):
    """It counts; a stub does not, and nothing need be said of it, be it above or below."""
    note = "square is defined more than once (square.py, line 1; square.py, line 3): the last one"
    found = grade_square(RIGHT["square"] + "def square(X):\n    return X\n")
    assert (found.status, found.notes) == ("failed", [f"{note} counts"])
    for text in (RIGHT["square"] + STUB, STUB + RIGHT["square"]):
        assert (grade_square(text).status, grade_square(text).notes) == ("done", [])


def test_what_is_left_of_the_stub_below_the_work_is_pointed_at(grade_square: GradeSquare):
    """And once, however many checks end there."""
    found = grade_square("def square(X):\n    Y = X * X\n    raise NotImplementedError\n")
    note = (
        "square.py, line 3 still raises NotImplementedError: write the work in that line's place, "
        "or delete the line if the work stands above it"
    )
    assert (found.status, found.notes) == ("not_started", [note])


def test_a_file_that_was_imported_took_too_long(course: Course, pool: Pool, tmp_path: Path):
    """It is named, with its line."""
    (tmp_path / "helper.py").write_text("x = 1\nwhile True:\n    pass\n")
    (tmp_path / "square.py").write_text("import helper\n" + RIGHT["square"])
    hurried: Any = Hurried(pool, Limits(seconds=1.5))
    found = Grader(course, hurried).grade(read(tmp_path, ["square"])).exercises[0]
    assert (found.status, [note.partition(", at ")[0] for note in found.notes]) == (
        "done",
        ["square.py, line 1 took too long"],
    )
    assert ", at helper.py, line " in found.notes[0]


def test_a_notebook_that_another_file_was_to_run_in(grader: Grader, tmp_path: Path):
    """The magic is told, in a note and beside the name that is missing for it."""
    cells = ["%run utils.ipynb", "def square(X):\n    return twice(X)"]
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text) for text in cells])
    nbformat.write(book, tmp_path / "square.ipynb")
    found = grader.grade(read(tmp_path, ["square"])).exercises[0]
    note = "square.ipynb, cell 1, line 1: `%run utils.ipynb` was skipped; put what that file"
    more = "defines into this notebook, or import it from a .py file (not graded)"
    assert found.notes == [f"{note} {more}"]
    assert "`%run utils.ipynb` was skipped" in found.checks[0].message


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("from ..helper import twice", "write `from helper import twice`"),
        ("from .. import helper", "write `import helper`"),
    ],
)
def test_a_relative_import(grade_square: GradeSquare, line: str, advice: str):
    """What is handed in is one package, and nothing lies above it."""
    found = grade_square(f"{line}\n{RIGHT['square']}")
    note = "square.py, line 1 raised ImportError: attempted relative import beyond top-level"
    assert found.notes == [f"{note} package: {advice} (not graded)"]
