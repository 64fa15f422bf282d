"""An exception as data, with the name that was probably meant where one is nowhere."""

from __future__ import annotations

import pytest

from grader.grading.translation import explain
from grader.worker.client import Worker
from tests.conftest import job

HEAD = """
from mxnet import nd
from mxnet.gluon import nn

class Layer(nn.Block):
    def __init__(self):
        super().__init__()
        self.bias = 1

    def asks(self):
        return bias

class Hostile:
    def __dir__(self):
        raise SystemExit

def answer(x=1, features=2):
"""


@pytest.mark.parametrize(
    ("body", "meant"),
    [
        ("return X", "x"),
        ("return featuers", "features"),
        ("return lne([1])", "len"),
        ("return [layr for layer in '2']", "layer"),
        ("return Layer().bais", "bias"),
        ("return nd.epx(nd.ones(1))", "exp"),
        ("return nd.ones(1).asscaler()", "asscalar"),
        ("from mxnet import autogard", "autograd"),
        ("from mxnet.gluon.nn import Dens", "Dense"),
        ("nn.ReLU()", "Activation"),
        ("nn.Dense(1).parameters()", "collect_params"),
        ("return Layer().asks()", "self.bias"),
        ("return init.Normal()", ""),
        ("return Any", ""),
        ("return y", ""),
        ("return nd.no_such_operator()", ""),
        ("return Hostile().dri", ""),
        ("raise AttributeError('raised by hand')", ""),
        ("import no_such_package", ""),
        ("from mxnet import no_such_module", ""),
        ("raise ImportError('raised by hand')", ""),
    ],
)
def test_a_misspelt_name(worker: Worker, body: str, meant: str) -> None:
    """As Python proposes it on a terminal, where the exception gets that far."""
    run = worker.run(job(f"{HEAD}    {body}\n", "return solution.answer()"))
    answer = run.takes[0].answer
    assert answer
    assert answer.failure
    assert answer.failure.meant == meant
    assert ("meant?" in explain(answer.failure)) == bool(meant)


def test_names_of_a_probe_are_none_to_propose(worker: Worker) -> None:
    """Where it asks for a stub that the file does not define."""
    run = worker.run(job("def answers():\n    return 1\n", "return solution.answer()"))
    answer = run.takes[0].answer
    assert answer
    assert answer.failure
    assert (answer.failure.type, answer.failure.meant) == ("AttributeError", "")
