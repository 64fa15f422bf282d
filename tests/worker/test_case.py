"""Both sides see the same numbers, in whatever process and whatever the solution does."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import pytest

from grader.judge.answers import plain, to_numpy
from grader.worker.client import Worker
from grader.worker.protocol import Take
from tests.conftest import job, said

DRAWS = (
    "return [case.normal(2, 3), case.uniform(-1, 1, 4), case.integers(0, 9, 5, dtype='int32'), "
    "case.array([[1, 0.1]]), case.number(1, 9)]"
)
TAKE = Take("probe0", 7)
EPS = float(np.finfo(np.float32).eps)


def replace(take: Take = TAKE, **changes: Any) -> Take:
    return msgspec.structs.replace(take, **changes)


def answers(worker: Worker, *takes: Take, source: str = "", probe: str = DRAWS) -> list[Any]:
    run = worker.run(job(source, probe, "return case.normal(2, 3)", takes=list(takes)))
    return [plain(take.answer.value) for take in run.takes]


def flat(answer: list[Any]) -> list[Any]:
    return [np.asarray(part).tolist() for part in answer]


def test_the_same_take_draws_the_same_in_another_child(worker: Worker):
    """And whatever the solution did to every generator it knows of."""
    meddles = (
        "import random, numpy, mxnet\n"
        "random.seed(1); numpy.random.seed(1); mxnet.random.seed(1)\nnumpy.random.rand(9)"
    )
    first, again = answers(worker, TAKE, TAKE)
    (meddled,) = answers(worker, TAKE, source=meddles)
    assert flat(first) == flat(again) == flat(meddled)


def test_seed_and_check_decide_the_numbers(worker: Worker):
    """No two checks and no two seeds see the same inputs."""
    one, other_seed, other_check = answers(
        worker, TAKE, replace(seed=8), replace(check="probe1"), probe="return case.normal(2, 3)"
    )
    assert len({array.tobytes() for array in (one, other_seed, other_check)}) == 3


def test_float64_sees_the_numbers_of_float32(worker: Worker):
    """So that the two differ by rounding in the solution, and by nothing else."""
    narrow, wide = answers(worker, TAKE, replace(dtype="float64"))
    assert [wide[0].dtype, wide[1].dtype, wide[2].dtype] == [np.float64, np.float64, np.int32]
    assert flat(narrow) == flat(wide)


def test_jitter_moves_by_one_unit(worker: Worker):
    """Drawn numbers move by one unit in the last place either way; given ones stay."""
    moves = [replace(dtype="float64", jitter=k, ulp=EPS) for k in (1, 2)]
    still, one, two = answers(worker, replace(dtype="float64"), *moves)
    for moved in (one, two):
        for part in (0, 1):
            np.testing.assert_allclose(np.abs(moved[part] / still[part] - 1), EPS, rtol=1e-6)
        assert flat(moved[2:]) == flat(still[2:])
    assert flat(one) != flat(two)


def test_simpler_cases_are_small_and_whole(worker: Worker):
    """A failure can then be worked through by hand."""
    probe = "return [case.normal(*case.sizes(40, 50)), case.sizes(40, 50)]"
    ((numbers, sizes),) = answers(worker, replace(simpler=1), probe=probe)
    assert (numbers.shape, sizes) == ((2, 2), [2, 2])
    assert (numbers == np.round(numbers)).all()


def test_inputs_are_told_as_drawn(worker: Worker):
    """A solution that changes its input in place cannot change what is told."""
    source = "def f(X):\n    X[:] = 0\n    return X"
    probe = "X = case.normal(2, 2); solution.f(X); return X"
    answer = worker.run(job(source, probe, tells_inputs=True)).takes[0].answer
    assert answer is not None
    (told,), given = answer.inputs, plain(answer.value)
    assert (to_numpy(told).any(), given.any(), told.device) == (True, False, "cpu(0)")
    unasked = worker.run(job(source, probe)).takes[0].answer
    assert unasked
    assert unasked.inputs == []


NETS = """
from mxnet.gluon import nn
class Net(nn.Block):
    def __init__(self, turned):
        super().__init__()
        names = ["a", "b"]
        for name in reversed(names) if turned else names:
            setattr(self, name, nn.Dense({"a": 3, "b": 4}[name], in_units=2))
    def forward(self, X):
        return self.a(X).sum() + self.b(X).sum()
"""


def test_fill_does_not_mind_the_order_of_creation(worker: Worker):
    """The same parameters have the same numbers, whichever was made first."""
    probe = "return case.fill(solution.Net({}))(case.array([[1, 2]]))"
    run = worker.run(job(NETS, probe.format(False), takes=[TAKE]))
    turned = worker.run(job(NETS, probe.format(True), takes=[TAKE]))
    one, two = (plain(r.takes[0].answer.value) for r in (run, turned))
    np.testing.assert_allclose(one, two, rtol=1e-6)
    assert one.any()


def test_fill_knows_deferred_shapes_and_float64(worker: Worker):
    """After one pass of the inputs, in the case's own type."""
    source = "from mxnet.gluon import nn\nnet = nn.Dense(2)"
    probe = "X = case.normal(3, 4); return case.fill(solution.net, X)(X)"
    run = worker.run(job(source, probe, takes=[replace(dtype="float64")]))
    found = plain(run.takes[0].answer.value)
    assert (found.shape, found.dtype) == ((3, 2), np.float64)


def test_parameters_are_named_without_prefix(worker: Worker):
    """The block's prefix counts the blocks before it: a demonstration must not change it."""
    source = "from mxnet.gluon import nn\nnn.Dense(1)\nnet = nn.Dense(3, in_units=2)"
    run = worker.run(job(source, "return case.parameters(solution.net)"))
    assert plain(run.takes[0].answer.value) == {"bias": "(3,)", "weight": "(3, 2)"}


def test_a_net_is_made_where_the_case_is(worker: Worker):
    """Also one that names its context itself."""
    source = (
        "import mxnet as mx\nfrom mxnet.gluon import nn\n"
        "def make(ctx=None):\n"
        "    net = nn.Dense(3, in_units=2)\n"
        "    net.initialize(ctx=ctx)\n"
        "    return net\n"
        "def fixed(): return make(mx.cpu(5))\n"
        "def empty(): return nn.Dense(3)\n"
    )
    made = "net = case.made(solution.fixed); return net(case.normal(1, 2))"
    asked = (
        "makes = solution.make, solution.fixed, solution.empty; "
        "return [case.is_where_data_are(make) for make in makes]"
    )
    takes = [replace(check=f"probe{i}", device="cpu:1", dtype="float64") for i in (0, 1)]
    run = worker.run(job(source, made, asked, takes=takes))
    answer = run.takes[0].answer.value
    assert (answer.device, plain(answer).dtype) == ("cpu(1)", np.float64)
    assert plain(run.takes[1].answer.value) == [True, False, True]


def test_parameters_are_told_by_kind(worker: Worker):
    """Their shapes, their values and how they learn, whatever the layers are called."""
    source = (
        "from mxnet.gluon import nn\nnet = nn.Dense(3, in_units=2, prefix='mine_')\n"
        "net.bias.lr_mult = 2\nnet.initialize()\n"
    )
    probe = (
        "net = solution.net; values = case.parameter_values(net); "
        "return [case.parameter_kinds(net), values['weight'].shape, values['bias'].shape, "
        "case.parameter_learning(net)]"
    )
    run = worker.run(job(source, probe))
    assert plain(run.takes[0].answer.value) == [
        ["bias (3,)", "weight (3, 2)"],
        [3, 2],
        [3],
        "grad_req write with lr_mult 1, grad_req write with lr_mult 2",
    ]


def test_what_initialize_has_not_reached_is_told(worker: Worker):
    """Of no parameter, of some, and of all; an open size is no reason."""
    source = (
        "from mxnet.gluon import nn\n"
        "net = nn.Sequential()\nnet.add(nn.Dense(3))\n"
        "more = nn.Dense(2)\n"
    )
    probe = (
        "net = solution.net; found = [case.uninitialised(net)]; net.initialize(); "
        "found.append(case.uninitialised(net)); net.add(solution.more); "
        "return [*found, case.uninitialised(net)]"
    )
    run = worker.run(job(source, probe))
    assert plain(run.takes[0].answer.value) == ["none", "", "not all"]


def test_exported_answers_like_the_net(worker: Worker):
    """The symbol and the parameters that were written, read back."""
    source = "from mxnet.gluon import nn\nnet = nn.HybridSequential()\nnet.add(nn.Dense(2))"
    probe = (
        "X = case.normal(3, 4); net = case.fill(solution.net, X); net.hybridize(); "
        "return [net(X), case.exported(net, [X])]"
    )
    run = worker.run(job(source, probe))
    mine, exported = plain(run.takes[0].answer.value)
    np.testing.assert_array_equal(mine, exported)


def test_gradient_errors_are_the_solutions(worker: Worker):
    """A graph that is cut, a None and a wrong shape each end in an exception, not in numbers."""
    source = (
        "from mxnet import nd\n"
        "def cut(X): return nd.array(X.asnumpy())\n"
        "def none(X): pass\n"
        "def right(X): return X * X\n"
    )
    probe = "X = case.normal(2); return case.gradient(solution.{}, X)[0] / X"
    run = worker.run(job(source, *(probe.format(name) for name in ("cut", "none", "right"))))
    assert said(run)[:2] == ["MXNetError", "AttributeError"]
    assert plain(run.takes[2].answer.value).shape == (2,)


@pytest.mark.parametrize(
    ("body", "back"),
    [("X * X", True), ("X.detach()", False), ("nd.array(X.asnumpy())", False), ("None", False)],
)
def test_whether_a_gradient_comes_back(worker: Worker, body: str, back: bool):
    """A graph that is cut is an answer here, and no exception; the array itself stays as it was."""
    source = f"from mxnet import nd\ndef f(X): return {body}\n"
    probe = "X = case.normal(2); return [case.passes_back(solution.f, X), X.grad is None]"
    assert plain(worker.run(job(source, probe)).takes[0].answer.value) == [back, True]


def test_a_net_that_is_initialised_again_warns_nobody(worker: Worker):
    """Checks do so, and who reads it would look for a mistake in vain."""
    probe = (
        "from mxnet.gluon import nn; net = nn.Dense(1, in_units=2); net.initialize(); "
        "net.initialize(); import warnings; warnings.warn('other'); return 1"
    )
    output = worker.run(job("", probe)).takes[0].output
    assert "other" in output
    assert "already initialized" not in output


@pytest.mark.parametrize("device", ["cpu", "cpu:1"])
def test_the_case_says_where_to_compute(worker: Worker, device: str):
    """`cpu:1` is a second context, which any machine has."""
    run = worker.run(job("", "return [case.ctx, case.dtype]", takes=[replace(device=device)]))
    place = {"cpu": "cpu(0)", "cpu:1": "cpu(1)"}[device]
    assert plain(run.takes[0].answer.value) == [place, "float32"]


def test_the_solution_can_be_loaded_again(worker: Worker):
    """To ask anew what it asked while it was loaded; what was loaded first stays."""
    source = "import os\nplace = os.environ.get('PLACE')\n"
    probe = (
        "import os; os.environ['PLACE'] = 'here'; again = case.again(); "
        "return [again.place, solution.place]"
    )
    run = worker.run(job(source, probe))
    assert plain(run.takes[0].answer.value) == ["here", None]
