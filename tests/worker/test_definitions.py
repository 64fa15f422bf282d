"""How stubs are defined: what does nothing is not filled in, and what is hidden is found."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from grader.worker.client import Worker
from grader.worker.protocol import Failure, Frame
from tests.conftest import job, said


def test_more_than_once_or_inside_something(worker: Worker):
    """All definitions of the one, and of the other what it is in; nothing of what is no stub."""
    source = (
        "def f(X): return 1\nclass f: x = 1\ndef g(): pass\ndef g(): pass\n"
        "if __name__ == '__main__':\n    def Net(): pass\n"
    )
    loaded = worker.run(job(source, takes=[], stubs="'f', 'Net'")).loaded
    assert loaded
    assert (loaded.missing, loaded.repeated, loaded.inside) == (
        ["Net"],
        [Frame(1, "f", "def f(X): return 1"), Frame(2, "f", "class f: x = 1")],
        [Frame(6, "Net", "if __name__ == '__main__':")],
    )


@pytest.mark.parametrize(
    ("stub", "line"),
    [
        ("def f(X):\n    pass", 2),
        ("def f(X): ...", 1),
        ("def f(X):\n    '''The sum.'''\n    # TODO", 2),
        ("def f(X):\n    '''The sum.'''\n    return None", 3),
        ("class f:\n    pass", 2),
        (
            "from mxnet import gluon\nclass f(gluon.Block):\n    def forward(self, x): return",
            3,
        ),
    ],
)
def test_a_stub_that_does_nothing_is_not_filled_in(worker: Worker, stub: str, line: int):
    """It ends as the one that was handed out does, with the line where the work is missing."""
    run = worker.run(job(stub, "return solution.f(1)", stubs="'f'"))
    failure = run.takes[0].answer.failure if run.takes[0].answer else Failure("", "")
    assert failure
    assert (failure.type, failure.message) == ("NotImplementedError", "f is empty")
    assert ([frame.line for frame in failure.frames][-1:], failure.own_raise) == ([line], True)


@pytest.mark.parametrize(
    ("below", "answer"),
    [
        ("def f(X):\n    raise NotImplementedError", 1),
        ("def f(X):\n    Y = X\n    raise NotImplementedError('to do')", 1),
        ("def f(X):\n    # to do\n    pass", 1),
        ("class f(Block):\n    def forward(self, x):\n        raise NotImplementedError", 1),
        ("def f(X):\n    return 2\n    raise NotImplementedError", 2),
        ("def f(X): return print(X)", None),
        ("def f(X):\n    if X > 9:\n        raise NotImplementedError\n    print(X)", None),
    ],
)
@pytest.mark.parametrize("notebook", [False, True])
def test_a_stub_does_not_take_the_place_of_work_above(
    worker: Worker, below: str, answer: int | None, *, notebook: bool
):
    """It is as if it were not there."""
    cells = ["from mxnet.gluon import Block\ndef f(X): return 1\n", below]
    asked = job("" if notebook else "".join(cells), "return str(solution.f(3))", stubs="'f'")
    run = worker.run(replace(asked, cells=cells) if notebook else asked)
    assert said(run) == [str(answer)]
    assert run.loaded
    assert len(run.loaded.repeated) == (0 if answer == 1 else 2)


@pytest.mark.parametrize(
    "source",
    [
        "def g(X): pass\ndef f(X): return g(X)",
        "def g(f): return lambda X: None\n@g\ndef f(X): pass",
        "class g:\n    def __new__(cls, X): return None\nclass f(g): pass",
        "def f(X): pass\ndef f(X): return print(X)",
    ],
)
def test_what_only_looks_empty_runs(worker: Worker, source: str):
    """A helper may do nothing, and what is wrapped or inherits may do a lot."""
    run = worker.run(job(source, "return str(solution.f(1))", stubs="'f'"))
    assert said(run) == ["None"]


@pytest.mark.parametrize(
    "source",
    [
        "class f(Block):\n    'Twice x.'\ndef forward(self, x): return 2 * x\nf.forward = forward",
        "class f(Block):\n    def forward(self, x): ...\nf.forward = lambda self, x: 2 * x",
        (
            "class f(Block): pass\n"
            "def add_to_class(cls):\n    return lambda made: setattr(cls, made.__name__, made)\n"
            "@add_to_class(f)\ndef forward(self, x): return 2 * x"
        ),
        (
            "class f(Block): pass\n"
            "class f(f):\n"
            "    def __init__(self):\n        super().__init__()\n        self.factor = 2\n"
            "    def forward(self, x): return self.factor * x"
        ),
    ],
)
def test_a_class_may_be_filled_in_later(worker: Worker, source: str):
    """As a notebook does it, cell by cell."""
    source = f"from mxnet.gluon import Block\n{source}"
    assert said(worker.run(job(source, "return solution.f()(3)", stubs="'f'"))) == [6]
