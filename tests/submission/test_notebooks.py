"""A notebook is graded like a file: decoded here, and run cell after cell in a worker."""

from __future__ import annotations

import json
import os
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.course.notebooks import notebook as handed_out
from grader.course.stubs import languages
from grader.grading import Grader
from grader.grading.jobs import wanted
from grader.report.record import ExerciseResult
from grader.submission import Source, Wanted, in_a_cell, notebook, read
from grader.submission.work import code, definitions, filled, started
from tests.conftest import RIGHT, check

RIGHT_CELL = "def square(X):\n    return X * X"
OTHER_CELL = "def square(X):\n    return X**2"
CHECK = "from grader.notebook import check\n\ncheck(square)"
NOTEBOOK = ("py", "square.ipynb", "")
"""It counts although it is older."""
STUB = "def square(X):\n    raise NotImplementedError\n"

GradeCells = Callable[..., ExerciseResult]


def notebook_of(*cells: str, **metadata: Any) -> dict[str, Any]:
    """As Jupyter writes it: nbformat 4.5, with a cell of text above."""
    made = nbformat.v4.new_notebook(metadata=metadata)
    made.cells = [nbformat.v4.new_markdown_cell("# Square")]
    made.cells += [nbformat.v4.new_code_cell(cell) for cell in cells]
    return json.loads(nbformat.writes(made))


def write(path: Path, document: object) -> Path:
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def cells_of(document: object) -> tuple[str, ...]:
    return notebook.cells(json.dumps(document).encode())


@pytest.fixture
def grade_cells(tmp_path: Path, grader: Grader) -> GradeCells:
    """Grades these cells as `square.ipynb`."""

    def run(*cells: str, **siblings: str) -> ExerciseResult:
        write(tmp_path / "square.ipynb", notebook_of(*cells))
        (tmp_path / "two.py").write_text(RIGHT["two"])
        for name, text in siblings.items():
            (tmp_path / f"{name}.py").write_text(text)
        return grader.grade(read(tmp_path, wanted(grader.course))).exercises[0]

    return run


# -- reading ------------------------------------------------------------------------------------


def test_code_cells_in_the_documents_order():
    """However they were executed; text and blank cells do not count."""
    document = notebook_of("a = 1", " \n", "b = 2\nc = 3")
    for number, cell in enumerate(document["cells"][1:]):
        cell["execution_count"] = 10 - number
    assert cells_of(document) == ("a = 1", "b = 2\nc = 3")


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.pop("metadata"),
        lambda d: [cell.pop("id") for cell in d["cells"]],
        lambda d: [cell.pop("metadata") for cell in d["cells"]],
        lambda d: d["cells"][1].pop("outputs"),
        lambda d: d["cells"][1].update(source=["a =", " 1"], outputs=17),
        lambda d: d.pop("nbformat_minor"),
        lambda d: d.update(nbformat_minor=9, metadata={"kernelspec": {"display_name": "?"}}),
        lambda d: d.update(metadata={"language_info": {"name": "python", "version": "3"}}),
        lambda d: d.update(metadata={"kernelspec": {"name": "gluon", "language": "python"}}),
        lambda d: d["cells"].append({"cell_type": "code"}),
        lambda d: d["cells"].append({"cell_type": "new in 4.9", "source": "b = 1"}),
    ],
)
def test_what_is_missing_or_new_does_no_harm(change: Callable[[Any], object]):
    """Ids, kernels' names, outputs: editors leave out what they do not know."""
    document = notebook_of("a = 1")
    change(document)
    assert cells_of(document) == ("a = 1",)


def test_nbformat_3_is_upgraded():
    """Its cells lie in worksheets, and are called otherwise."""
    code = {"cell_type": "code", "language": "python", "outputs": [], "collapsed": False}
    sheets = [
        {"cells": [{"cell_type": "heading", "level": 1, "source": "Square"}]},
        {"cells": [code | {"input": ["a = 1\n", "b = 2"], "prompt_number": 3}, code]},
        {"cells": [code | {"input": "c = 3"}]},
    ]
    document = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": sheets}
    assert cells_of(document) == ("a = 1\nb = 2", "c = 3")


R = {"kernelspec": {"name": "ir", "display_name": "R"}}
JULIA = {"kernelspec": {"name": "julia-1.9", "display_name": "Julia 1.9", "language": "julia"}}
ENDLESS = {"language_info": {"name": "z" * 2**20}}
SCALA = {"language_info": {"name": "scala"}}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"not JSON", "square.ipynb is not a notebook, for it is not JSON: "),
        (b"\xff\xfe{}", "square.ipynb is not a notebook, for it is not JSON: "),
        (b'{"nbformat": 4, "cells": [', "square.ipynb is not a notebook, for it is not JSON: "),
        (b"[" * 100_000, "square.ipynb is not a notebook: "),
        (b'{"metadata": ' + b'{"a":' * 100_000, "square.ipynb is not a notebook"),
        (b"[1, 2]", "square.ipynb is not a notebook: Expected `object`, got `array`."),
        (b'{"cells": 3, "nbformat": 4}', "square.ipynb is not a notebook: Expected `array`, got"),
        (b"", "square.ipynb is empty: fill in the stub that the course gives."),
        (b"{}", "square.ipynb has the notebook format 0; 3 and 4 are read. "),
        (b'{"nbformat": 2, "worksheets": []}', "square.ipynb has the notebook format 2; 3 and 4"),
        (b'{"nbformat": 5, "cells": []}', "square.ipynb has the notebook format 5; 3 and 4 are"),
        (json.dumps(notebook_of()).encode(), "square.ipynb has no code cells: fill in the stub"),
        (json.dumps(notebook_of("a", **R)).encode(), "square.ipynb is a notebook for R, not for P"),
        (json.dumps(notebook_of("a", **JULIA)).encode(), "square.ipynb is a notebook for julia, n"),
        (json.dumps(notebook_of("a", **SCALA)).encode(), "square.ipynb is a notebook for scala, n"),
        (
            json.dumps(notebook_of("a", **ENDLESS)).encode(),
            f"square.ipynb is a notebook for {'z' * 200}, not for P",
        ),
        (json.dumps(notebook_of(*"a" * 2001)).encode(), "square.ipynb has more than 2000 code cel"),
        (
            json.dumps(notebook_of("a", "b\0")).encode(),
            "square.ipynb has a NUL character in cell 2",
        ),
        (json.dumps(notebook_of("'\ud800'")).encode(), "square.ipynb is not a notebook"),
        (json.dumps(notebook_of("#" * 2**20, "")).encode(), ""),
        (json.dumps(notebook_of("#" * 2**20, "a")).encode(), "square.ipynb has more than 1 MiB of"),
        (
            json.dumps(notebook_of("#" + "\U0001f40d" * 2**18)).encode(),
            "square.ipynb has more than 1",
        ),
    ],
)
def test_a_bad_notebook_becomes_a_sentence(data: bytes, says: str, tmp_path: Path):
    """And the others are read."""
    (tmp_path / "square.ipynb").write_bytes(data)
    write(tmp_path / "two.ipynb", notebook_of("a = 1"))
    found = read(tmp_path, ["square", "two"])
    assert found.sources["two"] == Source("two.ipynb", cells=("a = 1",))
    assert found.sources["square"].problem.startswith(says)
    assert bool(found.sources["square"].problem) == bool(says)
    assert found.sources["square"].filename == "square.ipynb"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_wrong_ending_costs_nothing(mark: str, tmp_path: Path):
    """What was renamed in place of saved as the other kind is read as what it is."""
    document = json.dumps(notebook_of(RIGHT_CELL), indent=1)
    (tmp_path / "square.py").write_text(mark + document, encoding="utf-8")
    (tmp_path / "two.ipynb").write_text(mark + RIGHT["two"], encoding="utf-8")
    found = read(tmp_path, ["square", "two"]).sources
    assert found["square"] == Source("square.py", cells=(RIGHT_CELL,))
    assert found["two"].text.removeprefix("\ufeff") == RIGHT["two"]


def test_a_hundred_megabytes_of_outputs(tmp_path: Path):
    """They are dropped while the rest is decoded."""
    document = notebook_of(RIGHT_CELL)
    picture = {"output_type": "display_data", "data": {"image/png": "A" * 50 * 2**20}}
    document["cells"][1]["outputs"] = [picture, picture]
    path = write(tmp_path / "square.ipynb", document)
    assert path.stat().st_size > 100e6
    began = time.thread_time()
    assert read(path, ["square"]).sources["square"].cells == (RIGHT_CELL,)
    assert time.thread_time() - began < 5


def test_five_hundred_megabytes_are_refused_by_their_size(tmp_path: Path):
    """A sparse file: reading it would take long, and memory."""
    path = tmp_path / "square.ipynb"
    path.touch()
    os.truncate(path, 500 * 2**20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.thread_time()
    found = read(path, ["square"])
    assert found.sources["square"].problem == "square.ipynb is larger than 256 MiB."
    assert time.thread_time() - began < 0.1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss == before


@pytest.mark.parametrize(
    ("cell", "times", "says"),
    [
        (b"{}", 2_000_001, "{file} holds more than 2 million objects. Clear the outputs in "),
        (
            b'{"cell_type": "code", "source": [%s""]}' % (b'"",' * 90),
            31_000,
            "{file} has more than ",
        ),
        (
            b'{"cell_type": "code", "source": [%s""]}' % (b'"",' * 3 * 2**20),
            1,
            "{file} has more th",
        ),
        (
            b'{"cell_type": "markdown", "source": [%s""]}' % (b'"",' * 3 * 2**20),
            1,
            "{file} has no ",
        ),
    ],
    ids=["cells", "code cells", "lines", "text"],
)
def test_what_is_small_and_many_is_refused_before_it_is_decoded(cell: bytes, times: int, says: str):
    """Decoded, a cell of two bytes takes forty times as many, and an empty line eight."""
    data = b'{"nbformat": 4, "cells": [%s]}' % b",".join([cell] * times)
    with pytest.raises(notebook.NotRead) as caught:
        notebook.cells(data)
    assert str(caught.value).startswith(says)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda more: (
            st.lists(more, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["nbformat", "cells", "worksheets", "cell_type", "source", "metadata"]
                ),
                more | st.just("code") | st.just(4),
                max_size=6,
            )
        ),
    )
)
def test_any_json_is_cells_or_a_sentence(document: object):
    try:
        found = cells_of(document)
    except notebook.NotRead as problem:
        found = (str(problem),)
    assert all(text.strip() for text in found)
    assert found


@pytest.mark.parametrize("name", ["square.IPYNB", "square.ipynb.txt"])
def test_an_ending_as_some_systems_write_it(name: str, tmp_path: Path):
    write(tmp_path / name, notebook_of(RIGHT_CELL))
    expected = {"square": Source("square.ipynb", cells=(RIGHT_CELL,))}
    assert read(tmp_path, ["square"]).sources == expected


# -- a file, a notebook, or both -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "cells", "newer", "counts", "note"),
    [
        (RIGHT["square"], [STUB], "ipynb", "square.py", ""),
        (STUB, [RIGHT_CELL], "py", "square.ipynb", ""),
        (STUB, ["def square(X):\n    # raise NotImplementedError\n    return X**2"], *NOTEBOOK),
        (STUB, [STUB, RIGHT_CELL], *NOTEBOOK),
        (STUB, [STUB, "%time\n" + RIGHT_CELL, CHECK], *NOTEBOOK),
        (STUB, [STUB, "square = lambda X: X * X"], *NOTEBOOK),
        (STUB, [STUB, "from helper import square"], *NOTEBOOK),
        ("import math\n" + STUB, [STUB, RIGHT_CELL], *NOTEBOOK),
        (STUB, [RIGHT_CELL, STUB], *NOTEBOOK),
        (RIGHT["square"], [STUB, "x = 1", CHECK], "ipynb", "square.py", ""),
        (STUB, [STUB, CHECK, "!ls"], "ipynb", "square.py", ""),
        (STUB, [STUB], "py", "square.py", ""),
        (STUB, [STUB], "ipynb", "square.py", ""),
        (RIGHT["square"], [RIGHT_CELL], "ipynb", "square.py", ""),
        (
            RIGHT["square"],
            [OTHER_CELL],
            "py",
            "square.py",
            "square.py and square.ipynb were both changed: square.py counts, for it is not the old",
        ),
        (
            RIGHT["square"],
            [OTHER_CELL],
            "ipynb",
            "square.ipynb",
            "square.py and square.ipynb were both changed: square.ipynb counts, for it is not the",
        ),
        (RIGHT["square"], [], "ipynb", "square.py", "square.py counts, for square.ipynb has no co"),
        ("", [RIGHT_CELL], "py", "square.ipynb", "square.ipynb counts, for square.py is empty: "),
    ],
)
def test_which_of_two_counts(
    file: str, cells: list[str], newer: str, counts: str, note: str, tmp_path: Path
):
    """The one that was changed; of two, the newer; and the report says so."""
    (tmp_path / "square.py").write_text(file)
    write(tmp_path / "square.ipynb", notebook_of(*cells))
    for suffix in ("py", "ipynb"):
        seconds = 2_000 if suffix == newer else 1_000
        os.utime(tmp_path / f"square.{suffix}", (seconds, seconds))
    found = read(tmp_path, [Wanted("square", ["square"], STUB)])
    assert found.sources["square"].filename == counts
    assert [text[: len(note)] for text in found.notes] == ([note] if note else [])


def test_the_courses_own_notebooks_hold_no_work(grader: Grader, tmp_path: Path):
    """Whatever they hold beside the stubs; in each language."""
    asked = wanted(grader.course)
    for entry, want in zip(grader.course.entries, asked, strict=True):
        for language in languages(grader.course):
            text = handed_out(entry, grader.course, language)
            (tmp_path / f"{entry.id}.ipynb").write_text(text, encoding="utf-8")
            held = code(read(tmp_path / f"{entry.id}.ipynb", [want]).sources[entry.id])
            assert not filled(definitions(held), want)
            assert not started(held, want)


# -- graded ---------------------------------------------------------------------------------------


def test_right_cells_are_done(grade_cells: GradeCells):
    """Definitions may be spread over cells, with what Jupyter allows between them."""
    graded = grade_cells(
        "%matplotlib inline\n!pip install mxnet\nimport math\nfrom mxnet import nd",
        "%%time\nfactor = 1\n%time other = 2\nfiles = !ls \\\n  -l\nx = %pwd\nassert files == []",
        "%%bash\nrm -rf /\ndef square(:",
        "display(factor); get_ipython().run_line_magic('pwd', '')\nmath?",
        "def square(X):\n    return X * X * factor * other / 2",
        "square(nd.ones(3))",
    )
    assert (graded.status, graded.notes, graded.points) == ("done", [], graded.max_points)


def test_a_file_that_colab_made_of_a_notebook(grader: Grader, tmp_path: Path):
    """Its commands are skipped as in a notebook; what is no Python beside them is an error."""
    (tmp_path / "two.py").write_text(RIGHT["two"])
    file = tmp_path / "square.py"
    head = '"""Made by Colab."""\n\n!pip install mxnet\nif not ():\n  !ls \\\n -l\n%time n = 1\n'
    file.write_text(head + "def square(X):\n    return X * X * n\n%timeit square(n)\n")
    graded = grader.grade(read(tmp_path, wanted(grader.course))).exercises[0]
    [note] = graded.notes
    said = "line 3: `!pip install mxnet` is a notebook's command and no Python; it was skipped"
    assert (graded.status, note) == ("done", f"square.py, {said} (not graded)")
    file.write_text(head + "def square(X)\n    return X * X\n")
    broken = grader.grade(read(tmp_path, wanted(grader.course))).exercises[0]
    assert (broken.status, broken.message) == (
        "error",
        "square.py, line 8: SyntaxError: expected ':'",
    )


def test_plots_and_bars_do_no_harm(grade_cells: GradeCells):
    """There is no screen and no browser: nothing is shown, nothing waits, nothing raises."""
    graded = grade_cells(
        "%matplotlib notebook\nimport matplotlib.pyplot as plt\n"
        "from tqdm import tqdm, tqdm_notebook, trange\nfrom tqdm.auto import tqdm as auto\n"
        "from tqdm.notebook import tqdm as widget, tnrange\n"
        "from IPython import display as shown\nfrom IPython.display import display, HTML",
        "plt.plot([1, 2, 3])\nplt.show()\nshown.clear_output(wait=True)\ndisplay(HTML('<b>'))",
        "n = sum(1 for bar in (tqdm, auto, widget, tqdm_notebook) for _ in bar(range(3)))\n"
        "n += sum(1 for _ in trange(2)) + sum(1 for _ in tnrange(2))\nassert n == 16",
        RIGHT_CELL,
    )
    assert (graded.status, graded.notes) == ("done", [])


def test_a_cell_that_fails_is_told_and_the_next_ones_run(grade_cells: GradeCells):
    """With the cell and the line in it."""
    graded = grade_cells(
        "x = 1",
        "y = x\n\nraise ValueError('no GPU here')\nz = 1",
        "import sys\nsys.exit()",
        "%time 1 / 0",
        RIGHT_CELL,
        "w = (\n",
    )
    assert graded.status == "done"
    assert graded.notes == [
        "square.ipynb, cell 2, line 3 raised ValueError: no GPU here (not graded)",
        "square.ipynb, cell 3, line 2 raised SystemExit (not graded)",
        "square.ipynb, cell 4, line 1 raised ZeroDivisionError: division by zero (not graded)",
        "square.ipynb, cell 6, line 1 raised SyntaxError: '(' was never closed (not graded)",
    ]


def test_a_cell_that_the_parser_gives_up_on(grade_cells: GradeCells):
    """It is that cell's fault only."""
    graded = grade_cells("x = " + "-" * 10**5 + "1", RIGHT_CELL)
    assert graded.status == "done"
    (note,) = graded.notes
    assert note.startswith("square.ipynb, cell 1, line 1 raised SyntaxError: ")


def test_a_stub_in_a_cell_that_is_no_python(grade_cells: GradeCells):
    """The report says that this may be why it is missing."""
    graded = grade_cells("x = 1", "!ls\ndef square(X)\n    return X * X")
    sentence = (
        "square.ipynb does not define square, and a cell of it could not be run: "
        "square.ipynb, cell 2, line 2: expected ':'."
    )
    assert (graded.message, graded.points) == (sentence, 0)
    assert graded.checks[0].message == sentence


def test_an_exception_is_told_with_its_cell(grade_cells: GradeCells):
    """And with the lines of each cell on its way."""
    graded = grade_cells(
        "%matplotlib inline\n\ndef helper(X):\n    return X.no_such()",
        "def square(X):\n    return helper(X)",
    )
    lines = [(at.file, at.line, at.source) for at in graded.checks[0].traceback]
    assert lines == [
        ("square.ipynb, cell 2", 2, "return helper(X)"),
        ("square.ipynb, cell 1", 4, "return X.no_such()"),
    ]


def test_a_name_that_an_earlier_cell_should_have_defined(grade_cells: GradeCells):
    square = "def square(X):\n    return X * X * factor"
    graded = grade_cells("other = nor_this", "factor = no_such", square)
    says = "Line 1 of square.ipynb, cell 2, had failed before: NameError: name 'no_such' is not"
    assert says in graded.checks[0].message
    graded = grade_cells("other = nor_this", "from no_such import *", square)
    assert "cell 2, had failed before: ModuleNotFoundError" in graded.checks[0].message
    assert "There is no" not in graded.checks[0].message, "the earlier line says why"


def test_helpers_are_imported_and_notebooks_are_not(grade_cells: GradeCells):
    cells = ("from helper import times", "def square(X):\n    return times(X, X)")
    helper = "def times(a, b):\n    return a * b\n"
    assert grade_cells(*cells, helper=helper).status == "done"


def test_borrowed_work_is_told_with_its_cell(grade_cells: GradeCells):
    """The trace knows no files; the line is found in the cell."""
    graded = grade_cells("from mxnet import nd", "def square(X):\n    return nd.square(X)")
    assert graded.status == "borrowed"
    assert graded.checks[0].message == (
        "Borrowed: square ran (square.ipynb, cell 2, line 2: return nd.square(X)). "
        "This exercise asks for it by hand."
    )


@pytest.mark.parametrize(
    "cells",
    [
        ["import sys", "def square(X):\n    sys._getframe\n    return X * X"],
        ["!echo '''\ndef square(X):\n    _LIB = 1\n    return X * X\nx = !echo '''"],
        ["%time x = 1\n'# settrace'\n" + RIGHT_CELL],
    ],
)
def test_reaching_behind_the_trace_in_a_cell(cells: list[str], grade_cells: GradeCells):
    """A shell line's quotes hide nothing: where there are such lines, words count."""
    graded = grade_cells(*cells)
    assert graded.status == "borrowed"
    assert "of square.ipynb, cell " in graded.checks[0].message


def test_words_are_searched_in_linear_time():
    """The judge does this, and nobody stops the judge."""
    began = time.thread_time()
    for cell in (
        *("!ls\n" + "a " * 2**16, "\n" * 2**17, "!" + ". " * 2**16, "?" + " " * 2**17),
        *("!ls\n" + "MX" * 2**16, "!ls\n" + "\\nMX" * 2**15, "!" + "\\" * 2**17 + "x"),
    ):
        assert in_a_cell(cell, traced=True) is None
    assert time.thread_time() - began < 3


def test_the_cell_that_checks_reaches_behind_nothing(grade_cells: GradeCells):
    """The course's own notebooks have one; in a worker it does nothing."""
    graded = grade_cells(
        RIGHT_CELL,
        "%load_ext grader\n%check square",
        "from grader.notebook import check\ncheck(square)",
    )
    assert (graded.status, graded.notes) == ("done", [])


def test_a_file_that_cannot_be_run_is_told_with_its_name(tmp_path: Path, grader: Grader):
    """Also if it is named after a student."""
    (tmp_path / "ada.py").write_text("def square(X):\n    return X * X\nx = (\n")
    graded = grader.grade(read(tmp_path / "ada.py", wanted(grader.course)))
    (square,) = graded.exercises
    assert square.message == "ada.py, line 3: SyntaxError: '(' was never closed"


def test_a_broken_archive_is_graded_with_its_sentence(tmp_path: Path, grader: Grader):
    """In every exercise, with no points, and no crash."""
    (tmp_path / "ada.zip").write_bytes(b"PK\3\4")
    report = grader.grade(read(tmp_path / "ada.zip", wanted(grader.course)))
    assert (report.points, report.max_points) == (0, 11)
    for exercise in report.exercises:
        assert exercise.message.startswith("ada.zip is not a zip archive, or is damaged (")
        assert exercise.status == "error"


def test_points_of_a_notebook_are_those_of_the_file(grade_cells: GradeCells):
    """The same wrong work, the same verdicts."""
    graded = grade_cells("def square(X):\n    return X + X")
    assert check(graded, "equals_reference").status == "failed"
