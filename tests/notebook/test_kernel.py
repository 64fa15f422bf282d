"""`check(...)` in a real kernel, driven by nbclient."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from grader.course.loading import Course
from grader.jupyter import fragment, naming
from grader.notebook import check
from grader.submission import SubmissionError
from tests.conftest import MINIATURE

STUB = "def square(X):\n    raise NotImplementedError"
TWICE = "def square(X):\n    return X + X"
RIGHT = "def square(X):\n    return helped(X)"

CELLS = {
    "stub": STUB,
    "helper": "import helper\ndef helped(X):\n    return helper.multiply(X, X)",
    "import and first check": "from grader.notebook import check; check(square)",
    "wrong": TWICE,
    "second check": "check(square)",
    "raises": "before = 1\nraise ValueError('by intent')\n",
    "right": RIGHT,
    "by its id": "check('square')",
    "wrong again": "def square(X):\n    return nothing_of_that_name",
    "name error": "check(square)",
    "undone": RIGHT,
    "load": "%load_ext grader",
    "magic": "%check square",
    "renamed": "squared = square\ncheck(squared)",
    "warm": "import time\nbegan = time.perf_counter()\ncheck(square)\n"
    "seconds = time.perf_counter() - began",
    "seconds": "seconds",
    "no such exercise": "check('cube')",
    "no such stub": "check(print)",
    "no callable": "check(3)",
    "no such id": "check(square, exercise='cube')",
    "no name": "check()",
    "a name of another": "%check square two",
    "magic without a name": "%check",
    "still there": "%check square square",
    "worker": "import grader.notebook\ngrader.notebook._practice._pool._workers[0]._process.pid",
}


class Ran:
    """The notebook after it was run, its cells by name."""

    def __init__(self, notebook: Any) -> None:
        self._cells = dict(zip(CELLS, notebook.cells, strict=True))

    def shown(self, name: str, kind: str = "text/plain") -> str:
        """The report in the cell's output."""
        found = [o for o in self._cells[name].outputs if o.output_type == "display_data"]
        assert [set(output.data) for output in found] == [{"text/plain", "text/html"}]
        return str(found[0].data[kind])

    def said(self, name: str) -> str:
        """What else the cell put out."""
        texts = [o.get("text") or o.get("data", {}) for o in self._cells[name].outputs]
        return "".join(t if isinstance(t, str) else t.get("text/plain", "") for t in texts)

    def failed(self, name: str) -> bool:
        return bool(self._cells[name].outputs) and not self.shows(name)

    def shows(self, name: str) -> bool:
        return any(o.output_type == "display_data" for o in self._cells[name].outputs)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ran]:
    """All cells in one kernel, in a folder beside the miniature course."""
    at = tmp_path_factory.mktemp("course")
    shutil.copytree(MINIATURE, at / "solutions")
    (at / "exercises").mkdir()
    (at / "exercises" / "helper.py").write_text("def multiply(a, b):\n    return a * b\n")
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS.values()])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(at / "cache"))
        client = NotebookClient(
            made, timeout=120, allow_errors=True, resources={"metadata": {"path": at / "exercises"}}
        )
        client.execute()
    yield Ran(made)
    worker = int(Ran(made).said("worker"))
    deadline = time.monotonic() + 10
    while Path(f"/proc/{worker}").exists():
        assert time.monotonic() < deadline, "the worker outlived its kernel"
        time.sleep(0.05)


def test_a_stub_is_not_started(ran: Ran):
    """The import and the check may stand in one line, as the course's notebooks have it."""
    assert ran.shown("import and first check") == "square: not started; 0 of 7 points"


def test_a_new_definition_counts(ran: Ran):
    """The report is the page's and the terminal's: the mistake is named in both."""
    assert ran.shown("second check").startswith(
        "square: failed; 0 of 7 points\n\n-- square: Equals"
    )
    for kind in ("text/plain", "text/html"):
        shown = ran.shown("second check", kind)
        assert "X + X is twice X: multiply instead." in " ".join(shown.split())
        assert "debug" not in shown, "no command runs what is in no file"


def test_a_cell_that_raised_is_passed_over(ran: Ran):
    """It costs nothing, and right work is not told about it; a helper file may be imported."""
    assert ran.shown("by its id") == "square: done; 7 of 7 points"
    assert "ValueError" not in ran.shown("by its id", "text/html")


def test_an_error_names_the_cell_as_jupyter_numbers_it(ran: Ran):
    """And what else raised in this kernel is noted, where the work is not done."""
    number = list(CELLS).index("wrong again") + 1
    assert f"notebook, cell {number}, line 2, in square" in ran.shown("name error")
    raised = list(CELLS).index("raises") + 1
    assert f"notebook, cell {raised}, line 2 raised ValueError" in ran.shown("name error")


@pytest.mark.parametrize("name", ["magic", "renamed", "warm", "still there"])
def test_the_magic_and_other_names_do_the_same(ran: Ran, name: str):
    """An edit that was taken back counts, though its text ran before."""
    assert ran.shown(name) == "square: done; 7 of 7 points"


def test_a_warm_check_takes_milliseconds(ran: Ran):
    """Some 60 on an idle machine; the bound is for a machine that is not."""
    assert float(ran.said("seconds")) < 1.5


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("no such exercise", "there is no exercise 'cube'; there are: square, two"),
        ("no such stub", "no exercise asks for print: give a function or class"),
        ("no callable", "check() takes a function, a class or an exercise's id"),
        ("no such id", "there is no exercise 'cube'; there are: square, two"),
        ("no name", "name what to check, as in check(softmax) or"),
        ("a name of another", "two does not ask for square: check one exercise at a time, as in "),
        ("magic without a name", "name what to check, as in %check softmax"),
    ],
)
def test_a_wrong_request_is_one_line(ran: Ran, name: str, says: str):
    """And no traceback."""
    said = ran.said(name)
    assert said.startswith(f"UsageError: {says}")
    assert said.count("\n") == 1


def test_the_look_reaches_nothing_around_the_report(ran: Ran):
    """Every rule of the style sheet is confined to the report."""
    shown = ran.shown("second check", "text/html")
    style = shown.partition("<style>")[2].partition("</style>")[0]
    selectors = re.findall(r"(?<=[{};])[^{};@]+(?=\{)|^[^{};@]+(?=\{)", style)
    assert len(selectors) > 50
    plain = [re.sub(r"\([^)]*\)", "", found) for found in selectors]
    for selector in (s.strip() for found in plain for s in found.split(",")):
        assert selector.startswith(".gluon-grader"), selector


def test_rules_are_confined_one_by_one():
    """In media queries, too; roots become the report itself."""
    style = (
        "/* a { } */ :root { --a: 1 } body, a:is(p, q) { b: c; d: e }\n@media x { html { f: g } }"
    )
    assert " ".join(fragment.scoped(style).split()) == (
        ".gluon-grader { --a: 1 }.gluon-grader, .gluon-grader a:is(p, q) { b: c; d: e } "
        "@media x {.gluon-grader { f: g } }"
    )


def square() -> None:
    """Only its name is looked at."""


def test_a_name_of_several_exercises_is_asked_about(course: Course):
    """With the line to write; naming the exercise decides."""
    first, second = course.entries
    asking = replace(second, exercise=replace(second.exercise, stubs=["Shift", "square"]))
    both = replace(course, entries=(first, asking))
    says = r'asked for by several exercises: square, two\..* check\(square, exercise="square"'
    with pytest.raises(SubmissionError, match=says):
        naming.find(both, square, "", {})
    assert naming.find(both, "square", "two", {}) is asking
    assert naming.find(both, "square", "", {}) is first, "an id comes first"
    assert naming.find(both, "Shift", "", {}) is asking


def test_outside_of_ipython_a_sentence_says_what_to_do():
    """Also in a script of its own, where IPython is not even imported."""
    with pytest.raises(SubmissionError, match=r"this is no notebook\. For a file use"):
        check("square")
    script = "import sys, grader.notebook as n\nassert 'IPython' not in sys.modules\nn.check(1)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.stderr.splitlines()[-1].startswith(
        "grader.submission.source.SubmissionError: check"
    )
