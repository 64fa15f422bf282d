"""A source runs statement by statement: what raises is noted, and the rest is still defined."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from grader.worker.client import JobResult, Worker
from grader.worker.conversation import End
from grader.worker.protocol import Failure, Frame, Loaded, Take, Use
from tests.conftest import job, said


def load(worker: Worker, source: str, **more: str) -> Loaded:
    run = worker.run(job(source, takes=[], **more))
    assert run.loaded is not None, run
    return run.loaded


def test_a_statement_that_raises_is_noted_and_the_rest_runs(worker: Worker):
    """As a notebook's cells: a demonstration that needs a GPU costs nothing."""
    source = (
        "x = 1\nraise ValueError('no GPU here')\ny = x + 1\nimport no_such_package\nz = y + 1\n"
    )
    run = worker.run(job(source, "return str((solution.x, solution.y, solution.z))"))
    assert run.loaded == Loaded(
        notes=[
            Failure(
                "ValueError", "no GPU here", [Frame(2, "", "raise ValueError('no GPU here')")], True
            ),
            Failure(
                "ModuleNotFoundError",
                "No module named 'no_such_package'",
                [Frame(4, "", "import no_such_package")],
                True,
            ),
        ]
    )
    assert said(run) == ["(1, 2, 3)"]


def test_what_jupyter_has_made_a_file_of_is_a_notebook_still(worker: Worker):
    """`jupyter nbconvert --to script` writes magics as calls, which a file has nobody to make."""
    source = (
        "#!/usr/bin/env python\n# coding: utf-8\n\n# In[1]:\n\n\n"
        "get_ipython().run_line_magic('matplotlib', 'inline')\n"
        "get_ipython().system('pip install mxnet')\n"
        "from grader.notebook import check\nx = 1\ndisplay(x)\ncheck(x)\n"
    )
    assert load(worker, source) == Loaded()


@pytest.mark.parametrize(
    ("source", "failure"),
    [
        ("def f(:\n", Failure("SyntaxError", "invalid syntax", [Frame(1, "", "def f(:")])),
        (
            "x = 1\nreturn x\n",
            Failure("SyntaxError", "'return' outside function", [Frame(2, "", "return x")]),
        ),
        (
            "if True:\nx = 1\n",
            Failure(
                "IndentationError",
                "expected an indented block after 'if' statement on line 1",
                [Frame(2, "", "x = 1")],
            ),
        ),
        (
            "from __future__ import braces\n",
            Failure("SyntaxError", "not a chance", [Frame(1, "", "from __future__ import braces")]),
        ),
        (
            "from __future__ import nothing\n",
            Failure(
                "SyntaxError",
                "future feature nothing is not defined",
                [Frame(1, "", "from __future__ import nothing")],
            ),
        ),
        (
            "import sys\nsys.exit(3)\n",
            Failure("SystemExit", "3", [Frame(2, "", "sys.exit(3)")], own_raise=True),
        ),
        (
            "raise KeyboardInterrupt\n",
            Failure(
                "KeyboardInterrupt", "", [Frame(1, "", "raise KeyboardInterrupt")], own_raise=True
            ),
        ),
    ],
)
def test_what_ends_an_import_is_told_with_its_line(worker: Worker, source: str, failure: Failure):
    """And the takes are not run at all."""
    run = worker.run(job(source, "return 1", stubs="'f'"))
    assert (run.loaded, run.end) == (Loaded(failure=failure), End.ANSWERED)
    assert said(run) == ["not run"]


def test_future_statements_hold_for_the_whole_file(worker: Worker):
    """Although each statement is compiled alone."""
    source = (
        "'''Doc.'''\nfrom __future__ import annotations\nfrom __future__ import division\n"
        "def f(x: no_such_type) -> nor_this: return 1\n"
    )
    run = worker.run(job(source, "return solution.f.__annotations__['x']"))
    assert (run.loaded, said(run)) == (Loaded(defined=["f"]), ["no_such_type"])


def test_the_graders_own_future_statements_do_not_reach_the_source(worker: Worker):
    """Annotations of a submission are evaluated, as in any file without the statement."""
    run = worker.run(job("def f(x: int): pass\n", "return solution.f.__annotations__['x'] is int"))
    assert said(run) == [True]


@pytest.mark.parametrize(
    ("below", "answers"),
    [
        ("Dropout = 0.5", "mine"),
        ("lr, Dropout = 0.1, 0.5", "mine"),
        ("from mxnet.gluon.nn import *", "mine"),
        ("from mxnet.gluon.nn import Dropout", "mine"),
        ("from mxnet.nd import Dropout", "mine"),
        ("import mxnet\nDropout = mxnet.nd.softmax", "mine"),
        ("from mxnet.gluon import nn\nDropout = nn.Dropout", "mine"),
        ("from mxnet.gluon import nn\nDropout = nn.Dense(1)", "mine"),
        ("def Dropout(): return 'later'", "later"),
        ("from functools import partial\nDropout = partial(str, 'partial')", "partial"),
        ("Dropout = lambda: 'lambda'", "lambda"),
        ("class Any:\n    def __call__(self): return 'object'\nDropout = Any()", "object"),
    ],
)
def test_what_a_demonstration_calls_like_a_stub_does_not_hide_it(
    below: str, answers: str, worker: Worker
):
    """A number, or what a library has; what the file defines later counts."""
    source = f"def Dropout(): return 'mine'\n{below}\n"
    run = worker.run(job(source, f"return solution.Dropout() == {answers!r}", stubs="'Dropout'"))
    assert said(run) == [True]


def test_a_layer_called_like_the_function_beside_it_does_not_hide_that(worker: Worker):
    """`dropout = Dropout(0.5)`, a demonstration."""
    source = (
        "class Dropout:\n    def __call__(self): return 'layer'\n"
        "def dropout(): return 'mine'\ndropout = Dropout()\n"
    )
    run = worker.run(job(source, "return solution.dropout()", stubs="'dropout', 'Dropout'"))
    assert said(run) == ["mine"]


def test_siblings_are_importable(worker: Worker):
    """A helper's lines are told with its name."""
    helper = "def help():\n    raise ValueError('helped')\n"
    source = "import helper\nfrom helper import help\ndef f():\n    return help()\n"
    run = worker.run(job(source, "return solution.f()", siblings={"helper.py": helper}))
    frames = [
        Frame(4, "f", "return help()"),
        Frame(2, "help", "raise ValueError('helped')", "helper.py"),
    ]
    assert run.takes[0].answer is not None
    assert run.takes[0].answer.failure == Failure("ValueError", "helped", frames, own_raise=True)


OPS = "from . import value\ndef fail():\n    raise ValueError(value)\n"


@pytest.mark.parametrize(
    ("imports", "files", "shown"),
    [
        (
            "from common import fail",
            {"__init__": "value = 1\nfrom .ops import fail\n"},
            "common/ops",
        ),
        ("from common.ops import fail", {"__init__": "value = __file__\n"}, "common/ops"),
        ("from common.deep.ops import fail", {"deep/__init__": "value = 1\n"}, "common/deep/ops"),
        ("import common.ops\nfail = common.ops.fail", {"__init__": "value = 1\n"}, "common/ops"),
        ("from deep.ops import fail", {"deep/__init__": "value = 1\n"}, "common/deep/ops"),
    ],
)
def test_packages_are_importable(imports: str, files: dict[str, str], shown: str, worker: Worker):
    """With and without an `__init__.py`; a helper's lines are told with its path."""
    siblings = {f"common/{name}.py": text for name, text in files.items()} | {f"{shown}.py": OPS}
    run = worker.run(job(imports, "return solution.fail()", siblings=siblings))
    assert run.takes[0].answer is not None, run.loaded
    failure = run.takes[0].answer.failure
    assert failure is not None
    assert failure.frames == [Frame(3, "fail", "raise ValueError(value)", f"{shown}.py")]


def test_a_helpers_demonstrations_cost_nothing(worker: Worker):
    """It is run on behind a line that raises; who asks for what that line should have brought
    meets what it raised."""
    helper = "import not_here as d2l\ndef f(): return 3\nx = d2l.load()\nraise OSError\ny = 2\n"
    source = "from helper import f, y\nimport helper\nassert not hasattr(helper, '__wrapped__')\n"
    probes = ("return solution.f() * solution.y", "return solution.helper.x")
    run = worker.run(job(source, *probes, siblings={"helper.py": helper}))
    assert run.loaded is not None
    assert run.loaded.notes == []
    assert said(run) == [6, "ModuleNotFoundError"]
    broken = worker.run(job(source, takes=[], siblings={"helper.py": "def f(: 1\n"}))
    assert broken.loaded is not None
    assert [note.type for note in broken.loaded.notes] == [
        "SyntaxError",
        "SyntaxError",
        "NameError",
    ]


@pytest.mark.parametrize("filename", ["square.py", "mine/square.py"])
def test_the_folder_that_holds_everything_may_be_named(filename: str, worker: Worker):
    """Whatever it is called here: students run their work from the folder above."""
    folder = filename.removesuffix("square.py")
    helpers = {"data.py": "from exercises.tools import x\n", "tools.py": "x = 5\n"}
    siblings = {f"{folder}{name}": text for name, text in helpers.items()}
    asked = job("from exercises.data import x\n", "return solution.x", siblings=siblings)
    assert said(worker.run(replace(asked, filename=filename))) == [5]


def test_what_lies_beside_the_exercises_file_comes_first(worker: Worker):
    """It may lie in another folder than other exercises."""
    siblings = {"helper.py": "x = 1\n", "mine/helper.py": "x = 2\n"}
    found = []
    for filename in ("square.py", "mine/square.py"):
        asked = job("from helper import x\n", "return solution.x", siblings=siblings)
        found += said(worker.run(replace(asked, filename=filename)))
    assert found == [1, 2]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("%run utils.py", [3, "NameError"]),
        ("%run -i ./utils", [3, "NameError"]),
        ("%run 'lib/broken.py'", [5, "ValueError"]),
        ("%run 'lib/no key.py'", [7, "KeyError"]),
        ("%run ends.py", [9, "SystemExit"]),
        ("%run 'utils.py", ["AttributeError", "Skipped"]),
        ("%run nowhere.py", ["AttributeError", "Skipped"]),
        ("%run utils.ipynb", ["AttributeError", "Skipped"]),
        ("%run", ["AttributeError", "Skipped"]),
    ],
)
def test_a_notebook_may_run_a_file(line: str, found: list[object], worker: Worker):
    """One that was handed in, too, which finds nothing of the notebook's; what it raises, and a
    file that is not there, is noted."""
    siblings = {
        "utils.py": "def x():\n    return 3\ny\n",
        "lib/broken.py": "x = lambda: 5\nint('one')\n",
        "lib/no key.py": "x = lambda: 7\n{}['x']\n",
        "ends.py": "x = lambda: 9\nif __name__ == '__main__':\n    exit()\n",
    }
    cells = ["y = 7", line]
    run = worker.run(job("", "return solution.x()", cells=cells, siblings=siblings))
    assert run.loaded
    assert [*said(run), *(note.type for note in run.loaded.notes)] == found


@pytest.mark.parametrize(
    "imports",
    [
        "from .utils import x",
        "from . import utils; x = utils.x",
        "from ..common.ops import x",
        "from .deeper.ops import x",
    ],
)
def test_a_package_may_import_from_where_it_is(imports: str, worker: Worker):
    """As it may where the file is run as a part of one; helpers may, too."""
    siblings = {
        "week 1/utils.py": "from ..common.ops import x\n",
        "week 1/deeper/ops.py": "from ..utils import x\n",
        "common/ops.py": "x = 3\n",
    }
    asked = job(imports, "return solution.x", siblings=siblings)
    assert said(worker.run(replace(asked, filename="week 1/softmax.py"))) == [3]


@pytest.mark.parametrize(
    ("imports", "siblings"),
    [
        ("import helper", ["a/helper.py", "b/helper.py"]),
        ("import common.helper", ["common/other.py", "helper.py"]),
        ("from .. import helper", ["helper.py"]),
        ("import numpy.helper", ["numpy/__init__.py", "numpy/helper.py"]),
        ("import exercises.helper", ["data.py"]),
    ],
)
def test_what_cannot_be_imported(imports: str, siblings: list[str], worker: Worker):
    """What several files could be, what is not there, and what an installed package hides."""
    run = worker.run(job(imports, takes=[], siblings=dict.fromkeys(siblings, "")))
    assert run.loaded is not None
    assert len(run.loaded.notes) == 1


def test_a_folder_on_the_way_is_no_package(worker: Worker):
    """`..` on `sys.path`, as the book's notebooks have it, leads to the machine's own /lib."""
    source = "import sys\nsys.path[:0] = ['..', '/']\nfrom lib.ops import x\n"
    run = worker.run(job(source, "return solution.x", siblings={"lib/ops.py": "x = 2\n"}))
    assert said(run) == [2]


def test_siblings_of_one_job_are_gone_for_the_next(worker: Worker):
    """No submission sees another's files."""
    siblings = {"helper_of_one.py": "x = 1\n"}
    runs = [
        worker.run(job("import helper_of_one\n", "return 1", siblings=files))
        for files in (siblings, {})
    ]
    notes = [[note.type for note in run.loaded.notes] for run in runs if run.loaded]
    assert notes == [[], ["ModuleNotFoundError"]]


def test_missing_and_defined_names(worker: Worker):
    """So that the report can ask whether a stub was renamed."""
    source = "def Softmax(X): pass\nclass Net: pass\nf = 3\n"
    loaded = load(worker, source, stubs="'softmax', 'f', 'Net'")
    assert (loaded.missing, loaded.defined) == (["softmax", "f"], ["Softmax", "Net"])


def test_uses_of_what_is_borrowed_are_told_with_their_lines(worker: Worker):
    """The line that called it first; then as an attribute, an import or a string.  A form feed does
    not shift the lines."""
    source = (
        "from mxnet import nd\n\x0c\n"
        "y = lambda X: nd.softmax(X)\n"
        "z = lambda X: getattr(nd, 'softmax')(X)\n"
        "from mxnet.nd import softmax\n"
        "softmax_of_mine = 1\n"
    )
    takes = [Take("probe0", 7, trace=True), Take("probe1", 7, trace=True)]
    probes = "return solution.y(case.normal(2))", "return case.normal(2) + 1"
    borrowed, own = worker.run(job(source, *probes, own_work="'softmax'", takes=takes)).takes
    assert borrowed.answer
    assert own.answer
    assert own.answer.uses == []
    assert borrowed.answer.uses == [
        Use("softmax", 3, "y = lambda X: nd.softmax(X)", called=True),
        Use("softmax", 3, "y = lambda X: nd.softmax(X)"),
        Use("softmax", 4, "z = lambda X: getattr(nd, 'softmax')(X)"),
        Use("softmax", 5, "from mxnet.nd import softmax"),
    ]


def test_an_unfilled_stub_at_top_level_is_no_note(worker: Worker):
    """A demonstration below a stub that is not filled in raises its NotImplementedError."""
    assert load(worker, "def f():\n    raise NotImplementedError\nf()\n").notes == []


@pytest.mark.parametrize(
    "raises",
    [
        "raise ValueError('\\udcff')",
        "raise type('E', (Exception,), {'__str__': lambda self: 1/0})()",
        "raise type('E', (Exception,), {'__str__': lambda self: type('S', (str,), {})('x')})()",
        "raise type('E' * 10_000, (Exception,), {})('x' * 10**6)",
        "def f(): f()\nf()",
    ],
)
def test_no_exception_is_too_strange_to_tell(worker: Worker, raises: str):
    """Whatever its name, its text and its depth."""
    run: JobResult = worker.run(job(raises, "return 1"))
    assert (said(run), len(run.loaded.notes if run.loaded else [])) == ([1], 1)


LEFT = {
    "autograd.set_recording(True)": "autograd.is_recording()",
    "autograd.set_training(True)": "autograd.is_training()",
    "import os; os.chdir('/')": "__import__('os').getcwd() == '/'",
    "import warnings; warnings.simplefilter('error')": "__import__('warnings').warn('mind')",
}
"""What a demonstration does, and what asks whether it is still so."""


@pytest.mark.parametrize("left", LEFT)
def test_what_a_demonstration_leaves_is_undone(worker: Worker, left: str):
    """The probes expect none of it."""
    imports = "from mxnet import autograd"
    run = worker.run(job(f"{imports}\n{left}\n", f"{imports}; return bool({LEFT[left]})"))
    assert said(run) == [False]
