"""Names in a source that reach behind the checks and the operator trace."""

from __future__ import annotations

import time

import pytest

from grader.submission import in_a_cell, in_a_file


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import mxnet as mx\n\nmx.base._LIB.MXGetVersion\n", ("_LIB", 3)),
        ("lib.MXSetProcessProfilerState(1)\n", ("MXSetProcessProfilerState", 1)),
        ("exec('1')\n", ("exec", 1)),
        ("x = 1\n\uff45xec('1')\n", ("exec", 2)),
        ("x = f._\uff3fglobals\ufe33\ufe4f\n", ("__globals__", 1)),
        ("x = '\uff07 # '; exec('1')\n", ("exec", 1)),
        ("x = '\uff02\u201c\uff03\uff3c\uff07'  # \uff07 exec\n", None),
        ("x = '\uff45\uff58\uff45\uff43'  # \u4e2d\u6587 exec\n", None),
        ("sys.modules['mxnet']\n", ("modules", 1)),
        ("from sys import modules\n", ("modules", 1)),
        ("sys.modules[__name__].softmax\n", None),
        ("if 'google.colab' in sys.modules:\n    x = 1\n", None),
        ("COLAB = 'google.colab' in sys.modules\nprint(COLAB)\n", None),
        ("x = ('torch' not in sys.modules or 1)\n", None),
        ("x = ('torch' in sys.modules\n     == f)\n", ("modules", 1)),
        ("x = ('torch' in sys.modules  # here\n\n     # or there\n     in f)\n", ("modules", 1)),
        ("x = 'torch' in sys.modules\n\n# here\n@f\ndef g(): pass\n", None),
        ("for m in sys.modules, 1:\n    m\n", ("modules", 1)),
        ("x = 'torch' in sys.modules.items()\n", ("modules", 1)),
        ("class Net:\n    def __init__(self):\n        self.modules = []\n", None),
        ("for m in self.modules:\n    x = m.modules() or Net().modules\n", None),
        ("import modules\nfrom net import modules\n", None),
        ("import sys\nsys.modules.get('google.colab')\nsys.modules.pop('utils', None)\n", None),
        ("if 'utils' in sys.modules:\n    del sys.modules['utils']\nlen(sys.modules)\n", None),
        ("sys.modules.pop('mxnet.initializer')\n", ("modules", 1)),
        ("__import__('numpy').exp(1)\n", None),
        ('m = importlib.import_module("math")\n', None),
        ("__import__('numpy', fromlist='exp')\n", ("__import__", 1)),
        ("__import__('msgspec.msgpack')\n", ("__import__", 1)),
        ("__import__('mxnet').profiler\n", ("profiler", 1)),
        ("for name in names:\n    print(importlib.import_module(name).__version__)\n", None),
        ("for name in names:\n    __import__(name).__file__\n", ("__import__", 2)),
        ("import grader.notebook\nsys.path.append('../grader')\n", None),
        ("import profiler\nprofiler.timed(1)\n", None),
        ("import mxnet.profiler\n", ("profiler", 1)),
        ("inspect.getmembers(nn, inspect.isclass)\n", None),
        ("inspect.getmembers(nn.Dense)\n", ("getmembers", 1)),
        ("def f(x: FunctionType): pass\n", None),
        ("def eval(net):\n    return 1\nx = eval(1)\n", None),
        ("class Net:\n    def eval(self):\n        return 1\neval('1')\n", ("eval", 4)),
        ("eval = 3\nprint(eval)\n", None),
        ("exec = exec\n", ("exec", 1)),
        ("builtins.exec('1')\n", ("exec", 1)),
        ("symbol.eval(x=1)\n", None),
        ("class Net:\n    def eval(self):\n        return 1\nNet().eval()\n", None),
        ("options = dict(eval=False, exec=None)\nprofiler = None\n", None),
        ("match f:\n    case object(__closure__=cells):\n        1\n", ("__closure__", 2)),
        ("def f(x):\n    eval = not x\n    return 1 if eval else 2\n", None),
        ("f = eval\n", ("eval", 1)),
        ("if not eval('0'):\n    pass\n", ("eval", 1)),
        ("f = compile('1', '', 'eval')\n", ("compile", 1)),
        ("re.compile('eval')\n", None),
        ("mx.profiler = None\n", ("profiler", 1)),
        ("profiler = cProfile.Profile()\nprofiler.enable()\n", None),
        ("import cProfile as profiler; profiler.run('1')\n", None),
        ("def f(profiler=None):\n    return profiler.calls\n", None),
        ("from mxnet import (\n    nd,\n    profiler,\n)\n", ("profiler", 3)),
        ("from mxnet import nd; profiler = nd\n", None),
        ("from mxnet import *\nprofiler.pause()\n", ("profiler", 2)),
        ("modules = [1]  # exec, _LIB, settrace\n'exec'\n", None),
        ("def softmax(X):\n    return X.exp() / X.exp().sum(1, keepdims=True)\n", None),
    ],
)
def test_names_count_where_they_are_code(text: str, found: tuple[str, int] | None):
    """As Python reads them, wide letters too, and not in comments."""
    assert in_a_file(text, traced=True) == in_a_cell(text, traced=True) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x = 1\nf'{exec(s)}'\n", ("exec", 2)),
        ("rf'''\n{1}\n  {x:{mx.profiler}}'''\n", ("profiler", 3)),
        ("from mxnet import *\nF'{profiler.pause()}'\n", ("profiler", 2)),
        ("f\"{'}' + eval(s) + '{'}\"\n", ("eval", 1)),
        ("f\"{x:'>9}{eval(s):'>9}\"\n", ("eval", 1)),
        ("f'''it's {f\"{(lambda: eval)()}\"}, isn't it'''\n", ("eval", 1)),
        ("f'{{{exec}}}'\n", ("exec", 1)),
        ("f'{{{{exec}}}}'\n", None),
        ("f'eval: {d[\"eval:\"]!r:>9} {x=} {x:exec} {{eval}}, exec {net.eval()}'\n", None),
        ("f'{x:{y}}' 'exec'  # eval\n", None),
    ],
)
def test_in_an_f_string_what_its_braces_hold_is_code(text: str, found: tuple[str, int] | None):
    """Before Python 3.12, too, where it is one token; between them is text."""
    assert in_a_file(text, traced=True) == in_a_cell(text, traced=True) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("getattr(lib, 'MXProcessProfilePause')\n", ("MXProcessProfilePause", 1)),
        ("x = attrgetter('__traceback__.tb_frame')\n", ("tb_frame", 1)),
        ("x = '''\nimport mxnet\n\nmxnet.base._LIB\n'''\n", ("_LIB", 4)),
        (r"x = 'import sys\nf_back'", ("f_back", 1)),
        ('def f():\n    """No sys.settrace, and no pdb.Pdb."""\n    return 1\n', None),
        ("x = (\n    'settrace'\n)\n", ("settrace", 2)),
        ("def f():\n    'settrace'\nf.__doc__\n", ("settrace", 2)),
        ("x = 'the profiler of the grader evaluates, eval modules'\n", None),
        ("x = 'MXNet, MXNET_LIBRARY_PATH, Profile, half_back'\n", None),
    ],
)
def test_what_can_be_nothing_else_counts_in_strings(text: str, found: tuple[str, int] | None):
    """For a string may be a name's, or code; words of a language do not."""
    assert in_a_file(text, traced=True) == in_a_cell(text, traced=True) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("net.forward.__globals__['f']\n", ("__globals__", 1)),
        ("import sys\nsys.setprofile = print\n", ("setprofile", 2)),
        ("mx.profiler.set_state('run')\n", None),
        ("def eval(net):\n    return 1\neval(1)\n", None),
        ("lib = mx.base._LIB\nlib.MXSetProcessProfilerState(1)\n", None),
        ("import grader\nsys.modules\n", None),
        ("_, y = inspect.getmembers(f)[0]\n", ("getmembers", 1)),
        ("inspect.get_annotations(f, eval_str=True)\n", ("eval_str", 1)),
        ("cgitb.lookup('Side', frame, {})\n", ("cgitb", 1)),
        ("inspect.stack(), inspect.signature(f), vars(f), dir(f), pdb.set_trace()\n", None),
        ("f.__code__, typing.get_type_hints(f), ctypes.c_int, singledispatch(f)\n", None),
    ],
)
def test_where_nothing_is_traced_the_trace_may_be_reached(text: str, found: tuple[str, int] | None):
    """Then only those names count that lead to the probes."""
    assert in_a_file(text, traced=False) == in_a_cell(text, traced=False) == found


HIDDEN = "note = 'x\\\n{line}\\\n' + 'p\" q\\\nr\" + \"\"\" '\nexec('1')\nend = '\"\"\"'\n"
"""A string over several lines, of which one looks like no code; without it, a string would begin
where that one ends."""


@pytest.mark.parametrize("line", ["from grader.notebook import check #", "# a ", "!a ", "%cd "])
def test_a_line_within_a_string_hides_nothing(line: str):
    """It is not taken out as what it looks like."""
    text = HIDDEN.format(line=line)
    compile(text, "any", "exec")
    assert in_a_file(text, traced=True) == in_a_cell(text, traced=True) == ("exec", 5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("%matplotlib inline\n# eval the net after training\n", None),
        ("# do we call eval here?\nx = 1\n", None),
        ("%cd gluon-grader\n!pip install gluon-grader mxnet  # profiler included\n", None),
        ("!pip install gluon-grader \\\n  mxnet\n", None),
        ("%%time\n# exec\nx = 1\n", None),
        ("from grader.notebook import check  # checks my work\n", None),
        ("x = '''\n# ''' ; exec('1')\n", ("exec", 2)),
        ("x = '''\n!a '''\nexec('1')\ny = '''\n!b '''\n", ("exec", 3)),
        ("%load_ext grader  # it's the grader\n", None),
        ("%config A.b = 'svg'\n# it's what the profiler says\n", None),
        ("%config A.b = 'svg'\nmx.profiler.pause()\n", ("profiler", 2)),
        ("mx.profiler?\n", None),
        ("%%bash\nexec ls\n", None),
        ("%%writefile utils.py\nimport sys\nsys._getframe()\n", None),
        ("%%capture out\nexec('1')\n", ("exec", 2)),
        ("%%bash?\nexec('1')\n", ("exec", 2)),
        ("(x\n%exec\n)\n", ("exec", 2)),
        ("(x\n!= exec)\n", ("exec", 2)),
        (r"x = !echo 'import sys\nf_back'", ("f_back", 1)),
    ],
)
def test_commands_and_comments_of_a_cell_are_no_code(text: str, found: tuple[str, int] | None):
    """Unless they could be, read as Python: a line may lie in a string, or in parentheses."""
    assert in_a_cell(text, traced=True) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\u2118 =" + " " * 3_000 + "\u2118\nexec('1')\n", ("exec", 2)),
        (
            "if 1:\n  if 1:\n    x = 1\n\\\n    y = 1\n    z = 1\n  x = 2\nexec('1')\n",
            ("exec", 8),
        ),
    ],
)
def test_what_only_python_can_tell_apart_is_searched_as_it_is(text: str, found: tuple[str, int]):
    """It runs, though `tokenize` ends before the name."""
    compile(text, "softmax.py", "exec")
    assert in_a_file(text, traced=True) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# exec" + "\u0316\u0300" * 2**17, None),
        ("# exec" + "\ufdfa" * 2**18, None),
        ("'exec'\n" + "a\n" * 2**19, ("exec", 1)),
        ("#in sys.modules\n" * 2**15, None),
        ("f'{a}'" * 2**16 + "exec", ("exec", 1)),
    ],
    ids=["accents", "ligatures", "more than Python has ever to read", "comments", "f-strings"],
)
def test_no_text_keeps_the_judge_busy(text: str, found: tuple[str, int] | None):
    """Python itself takes hours to put a MiB of accents into the form in which it compares names;
    a text that goes on and on is searched as it is."""
    began = time.process_time()
    assert in_a_file(text, traced=True) == found
    assert time.process_time() - began < 5
