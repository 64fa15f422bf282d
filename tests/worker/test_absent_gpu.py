"""Where MXNet finds no GPU, asking for one is an error and not the end of the process.

Only whether MXNet says that it was built for CUDA is pretended here; the calls are the real ones.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from grader.devices import gpus
from grader.worker.client import Worker
from tests.conftest import job, said

PROGRAM = """
import json, os, sys
os.environ["CUDA_VISIBLE_DEVICES"] = sys.argv[1]
import mxnet as mx
from mxnet import gluon, nd
from grader.worker import absent_gpu

mx.runtime.Features = lambda: type("Built", (), {"is_enabled": lambda *_: sys.argv[2] == "cuda"})()
if sys.argv[2] == "cuda":
    mx.base._LIB.MXGetGPUCount = lambda count: -1  # as CUDA was seen to fail behind the walls
if not absent_gpu.may_be_there():
    absent_gpu.refuse()
gpu = mx.gpu(0)
x = nd.ones((2, 3))


def move(net):
    net.initialize(ctx=gpu)


asked = {
    "zeros": lambda: nd.zeros((1,), ctx=gpu),
    "array": lambda: nd.array([1, 2], ctx=gpu),
    "empty": lambda: nd.empty((1,), ctx=gpu),
    "random": lambda: nd.random.uniform(shape=(2,), ctx=gpu),
    "copyto": lambda: x.copyto(gpu),
    "as_in_context": lambda: x.as_in_context(gpu),
    "sparse": lambda: nd.sparse.zeros("csr", (2, 2), ctx=gpu).asnumpy(),
    "net": lambda: move(gluon.nn.Dense(2, in_units=3)),
    "count": lambda: nd.ones((1,), ctx=[gpu, mx.cpu()][mx.context.num_gpus() == 0]),
    "cpu": lambda: nd.random.uniform(shape=(2,), ctx=mx.cpu(1)) + nd.zeros((2,), ctx=mx.cpu(1)),
}
said = {}
for name in sys.argv[3:] or asked:
    try:
        asked[name]()
        said[name] = ""
    except mx.base.MXNetError as error:
        said[name] = str(error)
print(json.dumps(said))
"""
OURS = "GPU usage requires at least 1 GPU"


def ask(visible: str, built: str, *names: str) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, visible, built, *names],
        capture_output=True,
        text=True,
        check=True,
    )
    said: dict[str, str] = json.loads(done.stdout)
    return said


def test_every_way_to_ask_is_an_error() -> None:
    """In MXNet's own words; what is on a CPU goes on, and GPUs can be counted."""
    said = ask("", "cuda")
    assert (said.pop("cpu"), said.pop("count")) == ("", "")
    assert set(said.values()) == {OURS}


@pytest.mark.skipif(gpus.installed(), reason="MXNet for CUDA is another: see above")
def test_every_way_to_ask_is_an_error_for_the_cpu_too() -> None:
    """With this engine MXNet for the CPU would end the process where an array is moved."""
    said = ask("", "cpu")
    assert (said.pop("cpu"), said.pop("count")) == ("", "")
    assert all(said.values())


@pytest.mark.skipif(
    gpus.installed(), reason="MXNet for CUDA ends the process, which is why there is a guard"
)
def test_where_there_may_be_one_nothing_is_changed() -> None:
    """The GPU itself answers."""
    assert OURS not in ask("GPU-1", "cuda", "zeros").values()


def test_a_submission_that_moves_an_array_there_goes_on(worker: Worker) -> None:
    """It may catch the error, and what is on the CPU is answered."""
    source = (
        "import mxnet as mx\n"
        "def moved(X):\n"
        "    try:\n        return X.as_in_context(mx.gpu(0))\n"
        "    except mx.MXNetError:\n        return 'stays'\n"
    )
    done = worker.run(job(source, "return solution.moved(case.normal(2))", "return 1"))
    assert said(done) == ["stays", 1]
