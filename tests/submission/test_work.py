"""Which of several definitions of one name is the work."""

from __future__ import annotations

import pytest

from grader.submission.work import definitions, statements

WORK = "def f(X):\n    return X\n"


@pytest.mark.parametrize(
    "stub",
    [
        "def f(X):\n    '''The work.'''\n    raise NotImplementedError",
        "def f(X):\n    Y = X\n    raise NotImplementedError('to do')",
        "class f(Block):\n    def forward(self, x):\n        raise NotImplementedError",
        "def f(X: int):\n    # to do\n    pass",
        "def f(X): ...",
        "async def f(X):\n    '''The work.'''",
        "def f(X):\n    return None",
    ],
)
def test_what_is_unfilled_takes_no_place_of_work_above(stub: str):
    both = definitions(statements(f"{WORK}{stub}\n"))
    assert both == definitions(statements(WORK))
    assert definitions(statements(f"{stub}\n")).keys() == {"f"}


@pytest.mark.parametrize(
    "last",
    [
        "def f(X): return 2 * X",
        "def f(X):\n    print(X)",
        "def f(X):\n    return X * 2\n    raise NotImplementedError",
        "class f(g): pass",
        "def f(X):\n    try:\n        X[:] = 1\n    except ValueError: pass",
        "def f(X):\n    if X: return 1\n    else: return None",
        "def f(X):\n    if X < 0:\n        raise NotImplementedError\n    X[:] = 1",
    ],
)
def test_else_the_last_one_counts(last: str):
    both = definitions(statements(f"{WORK}{last}\n"))
    assert both == definitions(statements(f"{last}\n"))
