"""What asks for helping processes gets the same minibatches without them."""

from __future__ import annotations

import pytest

from grader.worker.client import Worker
from tests.conftest import job, said

LOADER = """
from mxnet.gluon.data import ArrayDataset, DataLoader

def total(X, *given, **named):
    sums = [int(x.sum().asscalar()) for x in DataLoader(X, *given, **named)]
    return sum(x * 10**i for i, x in enumerate(sums))

class Own(DataLoader):
    def __init__(self, data):
        super().__init__(data, 2, num_workers=1)

def own(X):
    return sum(len(x) for x in Own(X))
"""


@pytest.mark.parametrize(
    "workers", ["num_workers=2", "num_workers=2, thread_pool=True", "num_workers=0", "prefetch=2"]
)
def test_a_data_loader_loads_by_itself(worker: Worker, workers: str):
    probe = f"return solution.total(case.array([1, 2, 3, 4, 5]), 2, {workers})"
    assert said(worker.run(job(LOADER, probe))) == [573]


def test_a_class_of_its_own_does_so_too(worker: Worker):
    assert said(worker.run(job(LOADER, "return solution.own(case.array([1, 2, 3]))"))) == [3]


@pytest.mark.parametrize("arguments", ["", "*[None] * 15", "[1], x=1"])
def test_a_wrong_call_is_a_type_error_as_ever(worker: Worker, arguments: str):
    source = f"from mxnet.gluon.data import DataLoader\ndef f():\n    DataLoader({arguments})\n"
    run = worker.run(job(source, "solution.f()"))
    assert said(run) == ["TypeError"]
