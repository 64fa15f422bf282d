"""Names in a source that reach behind the operator trace."""

from __future__ import annotations

import pytest

from grader.submission import behind_the_trace, in_a_cell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import mxnet as mx\n\nmx.base._LIB.MXGetVersion\n", ("_LIB", 3)),
        ("lib.MXSetProcessProfilerState(1)\n", ("MXSetProcessProfilerState", 1)),
        ("exec('1')\n", ("exec", 1)),
        ("x = 1\n\uff45xec('1')\n", ("\uff45xec", 2)),
        ("sys.modules['mxnet']\n", ("modules", 1)),
        ("symbol.eval(x=1)\n", None),
        ("modules = [1]  # exec, _LIB\n'settrace'\n", None),
        ("def softmax(X):\n    return X.exp() / X.exp().sum(1, keepdims=True)\n", None),
    ],
)
def test_names_count_where_they_are_code(text: str, found: tuple[str, int] | None):
    """As Python reads them, wide letters too, and neither in comments nor in strings."""
    assert behind_the_trace(text) == in_a_cell(text) == found
