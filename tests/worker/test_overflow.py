"""What has overflowed is forgotten before the next operator's arguments are read."""

from __future__ import annotations

import pytest

from grader.worker.client import Worker
from tests.conftest import job, said

SOURCE = """
from mxnet import nd
from mxnet.gluon import nn

inf = float("inf")

def overflowed(X):
    return nd.exp(X * 1000)

def compared(X):
    return overflowed(X) == inf

def finite(X):
    return nd.contrib.isfinite(overflowed(X))

def filled(X):
    overflowed(X)
    return X < nd.full((2,), inf)

class Net(nn.HybridBlock):
    def hybrid_forward(self, F, x):
        return x < inf

def hybridized(X):
    net = Net()
    net.hybridize()
    return net(overflowed(X))
"""


@pytest.mark.parametrize(
    ("function", "answer"), [("compared", 10), ("finite", 1), ("filled", 11), ("hybridized", 1)]
)
def test_infinity_is_read_after_an_overflow(worker: Worker, function: str, answer: int):
    probe = f"a, b = solution.{function}(case.array([1, -1])).asnumpy()\n    return int(10 * a + b)"
    assert said(worker.run(job(SOURCE, probe))) == [answer]
