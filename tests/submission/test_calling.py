"""Whether a function takes the arguments that a stub does."""

from __future__ import annotations

import time

import pytest

from grader.submission.calling import takes
from grader.submission.work import statements


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("def train(net, X, lr=0.1): pass", True),
        ("def train(model, data: dict[str, int], rate): pass", True),
        ("async def train(net, /, X, lr, *, verbose=False, **kwargs): pass", True),
        ("def train(net, *rest): pass", True),
        ("def train(net, X, lr, size=(1, 2), more=f(a, b)): pass", True),
        ("train = lambda net, X, lr: {1: 2}", True),
        ("def train(net, X, lr, loss=lambda a, b: a): pass", True),
        ("train = lambda net, X, lr, loss=lambda a, b: a: 0", True),
        ("class train: pass", True),
        ("train = partial(f)", True),
        ("def train(net, X): pass", False),
        ("def train(): pass", False),
        ("def train(net, X, lr, size): pass", False),
        ("def train(net, X, lr, *, size): pass", False),
        ("def train(net, X, *, lr): pass", False),
        ("def train(net, *, X=1, **kwargs): pass", False),
        ("train = lambda net, X: 0", False),
        # The stub's own names in other places.
        ("def train(X, net, lr): pass", False),
        ("def train(net, data, X): pass", False),
    ],
)
def test_as_many_arguments_and_none_moved(text: str, *, does: bool):
    """Whatever they are called, and whatever more may be left out."""
    [stub] = statements("def train(net, X, lr):\n    raise NotImplementedError\n")
    [statement] = statements(text)
    assert takes(statement, stub) == does


def test_of_an_unknown_stub_nothing_is_told():
    [statement] = statements("def train(): pass")
    assert takes(statement, ())


def test_thousands_of_stars_take_no_time():
    """It is no Python, and tokens do not tell."""
    [stub] = statements("def train(net): pass")
    stars = [word for i in range(40_000) for word in ("*", f"a{i}", ",")]
    statement = ("def", "train", "(", *stars, ")", ":", "pass")
    began = time.process_time()
    takes(statement, stub)
    assert time.process_time() - began < 5
