"""`make course` writes notebooks that say what the stubs say, and keeps the edited ones."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest

from grader import ledger
from grader.course import notebooks, stubs
from grader.course.loading import Course, CourseError, Entry, load
from grader.course.statement import markdown, read_formulas
from grader.course.stubs import Written
from grader.grading import Grader
from grader.grading.jobs import wanted
from grader.jupyter import naming
from grader.language import LANGUAGES
from grader.submission import notebook as intake
from grader.submission import read
from tests.conftest import MINIATURE, RIGHT

ROOT = Path(__file__).parents[2]
REAL = load(ROOT / "solutions")


def cells(entry: Entry, course: Course) -> list[Any]:
    return nbformat.reads(notebooks.notebook(entry, course), as_version=4).cells


def test_a_notebook_holds_statement_stubs_and_check(course: Course):
    """Of a class the methods' docstrings, too; in the code their first lines."""
    found = cells(course.entry("two"), course)
    assert [(cell.cell_type, cell.source) for cell in found] == [
        ("markdown", "# Two stubs: a block's method and a function."),
        ("code", "from mxnet import nd\nfrom mxnet.gluon import nn"),
        (
            "markdown",
            (
                "## `class Shift(nn.Block)`\n\nAdds a number.\n\n"
                "Shift(amount)(X): X plus amount, in X's shape.\n\n"
                "### `forward(self, X)`\n\n- `X`: NDArray of any shape."
            ),
        ),
        (
            "code",
            (
                'class Shift(nn.Block):\n    """Adds a number."""\n\n'
                "    def __init__(self, amount, **kwargs):\n        super().__init__(**kwargs)\n"
                "        raise NotImplementedError\n\n"
                '    def forward(self, X):\n        """X: NDArray of any shape."""\n'
                "        raise NotImplementedError"
            ),
        ),
        ("markdown", "## `draws(n)`\n\nn draws, evenly from 0 to 1."),
        (
            "code",
            'def draws(n):\n    """n draws, evenly from 0 to 1."""\n    raise NotImplementedError',
        ),
        ("markdown", notebooks._HOW),
        ("code", "from grader.notebook import check\n\ncheck(Shift)"),
    ]


@pytest.mark.parametrize("entry", REAL.entries, ids=[entry.id for entry in REAL.entries])
def test_notebooks_of_the_course_are_valid_and_hold_the_whole_stub(entry: Entry):
    """By nbformat's own schema; every time the same; as code it is the stub's."""
    text = notebooks.notebook(entry, REAL)
    assert text == notebooks.notebook(entry, load(ROOT / "solutions"))
    nbformat.validate(json.loads(text))
    *code, check = intake.cells(text.encode())
    assert bare("\n".join(code)) == bare(stubs.stub(entry))
    call = re.fullmatch(r'check\((\w+)(?:, exercise="(\w+)")?\)', check.split("\n")[-1])
    assert call
    assert naming.find(REAL, call[1], call[2] or "", {}) is entry


def bare(source: str) -> str:
    """The source without docstrings, in one form."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            del body[0]
    return ast.unparse(tree)


@pytest.mark.parametrize("entry", REAL.entries, ids=[entry.id for entry in REAL.entries])
def test_the_committed_notebooks_are_in_step(entry: Entry):
    """`make course` would write what is committed; a copy in which somebody works passes too."""
    listed = ledger.read(ROOT / "exercises")
    name = notebooks.filename(entry)
    texts = [notebooks.notebook(entry, REAL, language) for language in LANGUAGES]
    assert listed.get(name) in map(stubs._hash, map(str.encode, texts)), "run `make course`"
    assert (ROOT / "exercises" / name).exists(), "run `make course`"


@pytest.mark.parametrize("entry", REAL.entries, ids=[entry.id for entry in REAL.entries])
def test_every_formula_of_the_course_is_drawn(entry: Entry):
    """No indented block is left as it stands in the docstring, but tables and code."""
    said = [c.source for c in cells(entry, REAL) if c.cell_type == "markdown"]
    path = entry.folder / "formulas.toml"
    undrawn = path.exists() and not read_formulas(path)
    remedy = f"{path}: write the LaTeX of each indented block; `grader course lint` names them"
    assert any("```" in text for text in said) is undrawn, remedy


def test_formulas_take_the_place_of_their_words():
    """In a line and in a block; what is special to Markdown is not, and code stays code."""
    text = "It is\n\n    a * b = c\n\nand x_1 = 2 * __y__, or $3 for `f_x*` <here>.\n- no list"
    assert markdown(text, {"a * b = c": r"a b = c", "x_1": "x_1"}) == (
        "It is\n\n$$\na b = c\n$$\n\n"
        r"and $x_1$ = 2 * \_\_y\_\_, or \$3 for `f_x*` \<here>. - no list"
    )


def test_parameters_are_a_list_and_an_example_has_a_label():
    """As the docstrings of the course write them."""
    text = "Of all.\n\nX, lr: an array\nand more.\nReturns it: new.\n\nExample: one of\ntwo."
    assert markdown(text, {}) == (
        "Of all.\n\n- `X`, `lr`: an array and more.\n- Returns it: new.\n\n**Example:** one of two."
    )


def test_a_colon_within_a_sentence_explains_nothing():
    """Wherever the line breaks before it."""
    text = "A Block may do\nanything: it makes its layers.\nX: an NDArray."
    prose = "A Block may do anything: it makes its layers."
    assert markdown(text, {}) == f"{prose}\n\n- `X`: an NDArray."


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('"never said" = "x"', "no docstring says 'never said'"),
        ('"X" = 3', "write each formula as"),
        ("X = ", "formulas.toml: "),
    ],
)
def test_formulas_that_fit_nothing_are_refused(tmp_path: Path, text: str, says: str):
    """Or else a docstring that was reworded would lose its formula in silence."""
    shutil.copytree(MINIATURE, tmp_path / "solutions")
    (tmp_path / "solutions" / "square" / "formulas.toml").write_text(text)
    course = load(tmp_path / "solutions")
    with pytest.raises(CourseError, match=says):
        notebooks.notebook(course.entry("square"), course)
    assert read_formulas(tmp_path / "absent.toml") == {}


def test_an_edited_notebook_is_kept(course: Course, tmp_path: Path):
    """Also when the reference changes; the others are updated, and stubs have a ledger of their
    own."""
    stubs.write(course, tmp_path)
    new, same = Written.CREATED, Written.UNCHANGED
    assert notebooks.write(course, tmp_path) == {"square.ipynb": new, "two.ipynb": new}
    assert notebooks.write(course, tmp_path) == {"square.ipynb": same, "two.ipynb": same}
    first, second = course.entries
    changed = replace(
        course,
        entries=(
            replace(first, reference=first.reference + "\nX = 1\n"),
            replace(second, reference=second.reference + "\nX = 1\n"),
        ),
    )
    with (tmp_path / "two.ipynb").open("a") as file:
        file.write("\n")
    found = notebooks.write(changed, tmp_path)
    assert found == {"square.ipynb": Written.UPDATED, "two.ipynb": Written.KEPT}
    assert stubs.write(course, tmp_path) == {"square": same, "two": same}


def test_an_unchanged_notebook_disturbs_nothing(course: Course, grader: Grader, tmp_path: Path):
    """Whichever is newer: the stubs count, and so does work in the file, without a remark."""
    stubs.write(course, tmp_path)
    notebooks.write(course, tmp_path)
    for age in (-100, 100):
        at = (tmp_path / "square.py").stat().st_mtime + age
        os.utime(tmp_path / "square.ipynb", (at, at))
        found = read(tmp_path, wanted(course))
        assert ([s.filename for s in found.sources.values()], found.notes) == (
            ["square.py", "two.py"],
            [],
        )
    (tmp_path / "two.py").write_text(RIGHT["two"])
    report = grader.grade(read(tmp_path, wanted(course)))
    assert ([e.status for e in report.exercises], report.notes) == (["not_started", "done"], [])


def test_work_in_the_notebook_counts(course: Course, grader: Grader, tmp_path: Path):
    """Filled in as a student does, in the stub's own cell."""
    stubs.write(course, tmp_path)
    notebooks.write(course, tmp_path)
    path = tmp_path / "square.ipynb"
    path.write_text(path.read_text().replace("raise NotImplementedError", "return X * X"))
    report = grader.grade(read(tmp_path, wanted(course)))
    assert [e.status for e in report.exercises] == ["done", "not_started"]
    assert report.notes == []
