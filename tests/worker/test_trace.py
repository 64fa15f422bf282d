"""Which operators MXNet ran, however the source spelled the call."""

from __future__ import annotations

import pytest

from grader.course.own_work import borrowed, computes
from grader.worker.client import Worker
from grader.worker.protocol import Answer, Take
from tests.conftest import job

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
        "mx.base._LIB.MXProcessProfilePause(1, 0, None); return X * 2",
    ],
)
def test_a_trace_that_was_touched_is_no_trace(worker: Worker, body: str):
    """The answer says so, and counts as borrowed."""
    assert traced(worker, body).traced is False


def test_python_functions_are_watched(worker: Worker):
    """Where the ready-made work is no operator of its own."""
    name = "mxnet.initializer.Xavier._init_weight"
    body = (
        "d = mx.gluon.nn.Dense(2, in_units=3, weight_initializer=mx.init.Xavier()); "
        "d.initialize(); return d.weight.data()"
    )
    assert borrowed(traced(worker, body, f"'{name}'").operators, [name]) == [name]


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
