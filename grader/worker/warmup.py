"""What every child would otherwise do for the first time: import, compile, allocate, trace."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from mxnet import autograd, gluon, init, nd

import grader.judge.laws
import grader.worker.child  # noqa: F401  (children start with it imported)
from grader.worker import trace


def run(folder: Path) -> None:
    """Touch the operators that exercises use most; what they write goes into `folder`."""
    trace.prepare()
    x = nd.array(np.ones((4, 5), np.float32))
    x.attach_grad()
    net = gluon.nn.HybridSequential()
    net.add(gluon.nn.Dense(3, activation="relu"), gluon.nn.Dropout(0.5), gluon.nn.Dense(2))
    net.initialize(init.Xavier())
    with autograd.record():
        y = nd.softmax(net(x)).log().exp() + x.mean() - x.max(axis=1, keepdims=True)
        loss = (y * y).sum() / 2
    loss.backward()
    net.hybridize()
    net(x).asnumpy()
    net.export(str(folder / "warm"))
    nd.random.uniform(-1, 1, shape=(4, 5)).asnumpy()
    nd.dot(x.grad, x.T).astype("float64").asnumpy()
    np.random.default_rng([1, 2]).normal(size=3)
