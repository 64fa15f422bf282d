"""On cpu:1 arrays of two contexts meet in no operator, as on a GPU."""

from __future__ import annotations

import pytest

from grader.worker.client import Worker
from grader.worker.protocol import Take
from tests.conftest import job

HERE, THERE = Take("probe0", 7), Take("probe0", 7, device="cpu:1")


def failures(worker: Worker, expression: str) -> list[str]:
    """What f raises on cpu(0) and on cpu:1, first words only."""
    source = f"from mxnet import nd\nimport mxnet as mx\ndef f(X):\n    return {expression}\n"
    run = worker.run(job(source, "return solution.f(case.normal(2, 2))", takes=[HERE, THERE]))
    found = [take.answer.failure for take in run.takes if take.answer]
    assert len(found) == 2
    return [failure.message.split(". ")[-1] if failure else "" for failure in found]


@pytest.mark.parametrize(
    "expression",
    [
        "X + nd.eye(2)",
        "nd.dot(X, nd.ones((2, 2)))",
        "nd.concat(X, X, nd.zeros((1, 2)), dim=0)",
        "setattr(mx.Context, '__eq__', lambda a, b: True) or X + nd.eye(2)",
    ],
)
def test_a_forgotten_context_is_an_error(worker: Worker, expression: str):
    """MXNet itself would let cpu(0) and cpu(1) meet."""
    here, there = failures(worker, expression)
    assert here == ""
    assert there.startswith("But the first argument is on cpu(1) while the ")
    assert there.endswith("-th argument is on cpu(0)")


@pytest.mark.parametrize(
    "expression",
    [
        "X + nd.eye(2, ctx=X.context)",
        "X + nd.eye(2).as_in_context(X.context)",
        "(X.as_in_context(mx.cpu()) + nd.eye(2)).copyto(X.context)",
        "X.take(nd.array([1, 0]))",
        "X[nd.array([1, 0])]",
    ],
)
def test_moving_and_taking_rows_is_none(worker: Worker, expression: str):
    """Copies lead from one context to another; rows are drawn on the CPU in every book."""
    assert failures(worker, expression) == ["", ""]
