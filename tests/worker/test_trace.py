"""Which operators MXNet ran, however the source spelled the call."""

from __future__ import annotations

import pytest

from grader.course.own_work import borrowed, computes
from grader.worker.client import Worker
from grader.worker.protocol import Answer, Take
from tests.conftest import job, said

TRACED = Take("probe0", 7, trace=True)


def traced(worker: Worker, body: str, own_work: str = "'softmax'") -> Answer:
    source = f"from mxnet import nd\nimport mxnet as mx\ndef f(X):\n    {body}\n"
    run = worker.run(
        job(source, "return solution.f(case.normal(2, 3))", takes=[TRACED], own_work=own_work)
    )
    answer = run.takes[0].answer
    assert answer is not None
    assert answer.failure is None, answer.failure
    return answer


@pytest.mark.parametrize(
    "body",
    [
        "return nd.softmax(X)",
        "return X.softmax()",
        "return getattr(nd, 'soft' + 'max')(X)",
        "return mx.npx.softmax(X.as_np_ndarray()).as_nd_ndarray()",
        "s = mx.sym.softmax(mx.sym.var('x')); return s.bind(mx.cpu(), {'x': X}).forward()[0]",
        "net = mx.gluon.nn.HybridLambda('softmax'); net.hybridize(); return net(X)",
    ],
)
def test_the_engine_names_what_it_ran(worker: Worker, body: str):
    """Directly, as a method, by getattr, by the NumPy interface, in a symbol, hybridised."""
    answer = traced(worker, body)
    assert (borrowed(answer.operators, ["softmax"]), answer.traced) == (["softmax"], True)


CALLED = {
    "return X.softmax()": 5,
    "return getattr(nd, 'soft' + 'max')(X)": 5,
    "net = mx.gluon.nn.HybridLambda('softmax')\n    return net(X)": 6,
    "net = mx.gluon.nn.HybridLambda('softmax'); net.hybridize()\n    return net(X)": 6,
    "s = mx.sym.softmax(mx.sym.var('x'))\n    return s.bind(mx.cpu(), {'x': X}).forward()[0]": 5,
    "return helper(X)": 9,
}
"""What is done, and the line that calls the operator, which is not the first one to spell it."""


@pytest.mark.parametrize("body", CALLED)
def test_the_line_is_the_one_that_called(worker: Worker, body: str):
    """Whatever lies between: a method, Gluon, a symbol, a function of one's own."""
    source = (
        "from mxnet import nd\nimport mxnet as mx\nunused = lambda X: nd.softmax(X)\n"
        f"def f(X):\n    {body}\n"
    )
    source += "\n" * (7 - source.count("\n")) + "def helper(X):\n    return nd.softmax(X)\n"
    probe = "return solution.f(case.normal(2, 3))"
    run = worker.run(job(source, probe, takes=[TRACED], own_work="'softmax'"))
    answer = run.takes[0].answer
    assert answer is not None
    assert answer.failure is None, answer.failure
    assert [use.line for use in answer.uses if use.called] == [CALLED[body]]


def test_work_of_ones_own_names_other_operators(worker: Worker):
    """And the trace's own marks are not among them."""
    answer = traced(worker, "e = X.exp(); return e / e.sum(axis=1, keepdims=True)")
    assert {"exp", "sum"} <= set(answer.operators)
    assert "radians" not in answer.operators
    assert (borrowed(answer.operators, ["softmax"]), answer.traced) == ([], True)


@pytest.mark.parametrize(
    ("base", "found"),
    [("loss.L2Loss", ["mxnet.gluon.loss.L2Loss.forward"]), ("loss.Loss", []), ("HybridBlock", [])],
)
def test_an_inherited_function_is_watched_for_its_class_alone(
    worker: Worker, base: str, found: list[str]
):
    """And for those derived from it, but not for others that inherit it, too."""
    body = (
        f"class Mine(mx.gluon.{base}):\n"
        "        def __init__(self):\n            mx.gluon.HybridBlock.__init__(self)\n"
        "        def hybrid_forward(self, F, x):\n            return F.abs(x)\n"
        "    return Mine()(X)"
    )
    answer = traced(worker, body, "'mxnet.gluon.loss.L2Loss.forward'")
    functions = [name for name in answer.operators if "." in name]
    assert (functions, answer.traced) == (found, True)


CUSTOM = """
import mxnet as mx
from mxnet import nd
class Op(mx.operator.CustomOp):
    def forward(self, is_train, req, in_data, out_data, aux):
        if in_data[0].shape[0] == 1:
            raise ValueError("one row")
        self.assign(out_data[0], req[0], nd.softmax(in_data[0]))
@mx.operator.register("mine")
class Prop(mx.operator.CustomOpProp):
    def create_operator(self, ctx, shapes, dtypes):
        return Op()
def f(X):
    return nd.Custom(X, op_type="mine")
"""


def test_operators_within_one_of_python_are_named(worker: Worker):
    """They stand in a table of their own; once one has raised, all that follow do."""
    probes = ["return solution.f(case.normal(2, 3))", "return solution.f(case.normal(1, 3))"]
    takes = [Take(name, 7, trace=True) for name in ("probe0", "probe1", "probe0")]
    run = worker.run(job(CUSTOM, *probes, takes=takes, own_work="'softmax'"))
    answers = [take.answer for take in run.takes if take.answer]
    assert [(borrowed(a.operators, ["softmax"]), a.traced) for a in answers] == [
        (["softmax"], True),
        ([], True),
        (["softmax"], True),
    ]
    assert not computes(answers[1].operators)


LONG = """
import mxnet as mx
x = y = mx.sym.var("data")
for _ in range(20):
    y = mx.sym.broadcast_maximum(y, y)
y = mx.sym.softmax(y)
net = mx.gluon.SymbolBlock(y, x)
"""


@pytest.mark.parametrize(
    "body",
    [
        "return y.bind(mx.cpu(), {'data': X}).forward()[0]",
        "net.hybridize(static_alloc=True, static_shape=True); return net(X)",
        "net.hybridize(static_alloc=True); return net(X)",
    ],
)
def test_the_operators_of_a_long_graph_are_named_one_by_one(worker: Worker, body: str):
    """The profiler would cut the names of a segment, which is where MXNet joins them."""
    source = f"{LONG}def f(X):\n    {body}\n"
    probe = "return solution.f(case.normal(2, 3))"
    run = worker.run(job(source, probe, takes=[TRACED], own_work="'softmax'"))
    answer = run.takes[0].answer
    assert answer is not None
    assert answer.failure is None, answer.failure
    assert {"broadcast_maximum", "softmax"} <= set(answer.operators)
    assert answer.traced


def test_numbers_from_outside_are_seen_to_be_so(worker: Worker):
    """No operator computed anything: arrays were only moved."""
    import_ = "import numpy as np; "
    answer = traced(
        worker, import_ + "return nd.array(np.exp(X.asnumpy()), ctx=X.context).reshape((3, 2))"
    )
    assert (computes(answer.operators), answer.traced) == (False, True)


@pytest.mark.parametrize(
    "body",
    [
        "mx.profiler.set_state('stop'); return X * 2",
        "mx.profiler.pause(); y = X * 2; mx.profiler.resume(); return y",
        "mx.profiler.dumps(reset=True); return X * 2",
        "mx.profiler.set_config(profile_imperative=False); return X * 2",
        "mx.base._LIB.MXProcessProfilePause(1, 0, None); return X * 2",
        "mx.base._LIB['MXProfilePause'](1); return X * 2",
        "import ctypes; ctypes.CDLL(mx.base._LIB._name).MXProfilePause; return X * 2",
        "import _ctypes; _ctypes.dlsym(mx.base._LIB._handle, 'MXProfilePause'); return X * 2",
    ],
)
def test_a_trace_that_was_touched_is_no_trace(worker: Worker, body: str):
    """The answer says so, and counts as borrowed."""
    assert traced(worker, body).traced is False


def test_what_was_taken_hold_of_before_may_be_used_in_every_take(worker: Worker):
    """So none of them is a trace, whether it was seen to be or not."""
    source = "import mxnet as mx\npause = mx.base._LIB.MXProfilePause\n"
    takes = [TRACED, TRACED]
    run = worker.run(job(source, "return case.normal(2)", takes=takes, own_work="'softmax'"))
    assert [take.answer and take.answer.traced for take in run.takes] == [False, False]


def test_what_watches_keeps_its_code(worker: Worker):
    """Other code is noted when it is given, as it may be taken back."""
    name = "mxnet.initializer.Xavier._init_weight"
    body = "f = mx.init.Xavier._init_weight; f.__code__ = f.__code__; return X * 2"
    assert traced(worker, body, f"'{name}'").traced is False


def test_the_case_is_made_within_the_trace(worker: Worker):
    """What draws its inputs may be the submission's own."""
    source = (
        "from mxnet import nd\nfrom numpy.random import _generator\nplain = _generator.PCG64\n"
        "def changed(entropy=None):\n    nd.softmax(nd.ones((2, 3)))\n    return plain(entropy)\n"
        "_generator.PCG64 = changed\n"
    )
    probe = "return case.normal(2, 3)"
    run = worker.run(job(source, probe, takes=[TRACED], own_work="'softmax'"))
    answer = run.takes[0].answer
    assert answer is not None
    assert borrowed(answer.operators, ["softmax"]) == ["softmax"]


def test_python_functions_are_watched(worker: Worker):
    """Where the ready-made work is no operator of its own."""
    name = "mxnet.initializer.Xavier._init_weight"
    body = (
        "d = mx.gluon.nn.Dense(2, in_units=3, weight_initializer=mx.init.Xavier()); "
        "d.initialize(); return d.weight.data()"
    )
    assert borrowed(traced(worker, body, f"'{name}'").operators, [name]) == [name]


@pytest.mark.parametrize(
    ("body", "on"),
    [
        ("import importlib; importlib.reload(mx.initializer); return X", False),
        ("assert not hasattr(mx.init.Xavier._init_weight, '__wrapped__'); return X", True),
    ],
)
def test_nothing_leads_past_the_watch(worker: Worker, body: str, on: bool):
    """A module that was loaded anew has other functions, so that is no trace."""
    name = "mxnet.initializer.Xavier._init_weight"
    assert traced(worker, body, f"'{name}'").traced is on


def test_what_runs_while_the_streams_are_flushed_is_named(worker: Worker):
    """A stream may be the submission's own."""
    body = (
        "import sys; flush = type('Out', (), {'flush': lambda self: nd.softmax(X)}); "
        "sys.stdout = flush(); return X * 2"
    )
    assert borrowed(traced(worker, body).operators, ["softmax"]) == ["softmax"]


@pytest.mark.parametrize(("own_work", "there"), [("'softmax'", False), ("", True)])
def test_there_is_no_scipy_where_the_work_is_to_be_ones_own(
    worker: Worker, own_work: str, there: bool
):
    """It has the operators, too, and runs them where nobody watches."""
    probes = ["import scipy.special; return 1", "from scipy.special import expit; return 1"]
    run = worker.run(job("", *probes, own_work=own_work))
    assert said(run) == [1 if there else "ModuleNotFoundError"] * 2


def test_nobody_finds_scipy_again(worker: Worker):
    """Whatever becomes of what Python keeps in mind."""
    pops = "import importlib, sys; sys.modules.pop('scipy', None)"
    ways = ["import scipy.special", "importlib.import_module('scipy.special')"]
    probes = [f"{pops}; {way}; return 1" for way in ways]
    run = worker.run(job("", *probes, own_work="'softmax'"))
    assert said(run) == ["ModuleNotFoundError", "ImportError"]  # as SciPy's own import tells it


def test_takes_are_traced_one_by_one(worker: Worker):
    """What one take ran is not charged to the next, and an untraced take tells nothing."""
    source = "from mxnet import nd\n"
    probes = ["return case.normal(2, 3).softmax()", "return case.normal(2, 3).exp()", "return 1"]
    takes = [TRACED, Take("probe1", 7, trace=True), Take("probe2", 7)]
    run = worker.run(job(source, *probes, takes=takes, own_work="'softmax'"))
    found = [
        (borrowed(t.answer.operators, ["softmax"]), "exp" in t.answer.operators, t.answer.traced)
        for t in run.takes
        if t.answer
    ]
    assert found == [(["softmax"], False, True), ([], True, True), ([], False, False)]
