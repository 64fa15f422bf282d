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
        ("class Net:\n    def eval(self):\n        return 1\nNet().eval()\n", None),
        ("options = dict(eval=False, exec=None)\nprofiler = None\n", None),
        ("def f(x):\n    eval = not x\n    return 1 if eval else 2\n", None),
        ("f = eval\n", ("eval", 1)),
        ("if not eval('0'):\n    pass\n", ("eval", 1)),
        ("mx.profiler = None\n", ("profiler", 1)),
        ("modules = [1]  # exec, _LIB\n'settrace'\n", None),
        ("def softmax(X):\n    return X.exp() / X.exp().sum(1, keepdims=True)\n", None),
    ],
)
def test_names_count_where_they_are_code(text: str, found: tuple[str, int] | None):
    """As Python reads them, wide letters too, and neither in comments nor in strings."""
    assert behind_the_trace(text) == in_a_cell(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("%matplotlib inline\n# eval the net after training\n", None),
        ("# do we call eval here?\nx = 1\n", None),
        ("%cd gluon-grader\n!pip install gluon-grader mxnet  # profiler included\n", None),
        ("%%time\n# exec\nx = 1\n", None),
        ("from grader.notebook import check  # checks my work\n", None),
        ("x = '''\n# ''' ; exec('1')\n", ("exec", 2)),
        ("x = '''\n!a '''\nexec('1')\ny = '''\n!b '''\n", ("exec", 3)),
        ("(x\n%exec\n)\n", ("exec", 2)),
        ("(x\n!= exec)\n", ("exec", 2)),
    ],
)
def test_commands_and_comments_of_a_cell_are_no_code(text: str, found: tuple[str, int] | None):
    """Unless they could be, read as Python: a line may lie in a string, or in parentheses."""
    assert in_a_cell(text) == found
