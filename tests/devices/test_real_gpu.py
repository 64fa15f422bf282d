"""A real GPU: found, let into the sandbox, and shared by submissions one after the other.

Any CUDA GPU will do, also one for which MXNet has no machine code: submissions use it by CuPy.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from grader.devices import access, gpus
from grader.devices.gpus import Gpu
from grader.devices.trial import trial
from grader.judge.value import Number, Value
from grader.sandbox import Isolation, Limits
from grader.worker.conversation import End
from grader.worker.pool import Pool
from grader.worker.protocol import Take
from tests.conftest import job

SUBMISSIONS = Path(__file__).parent / "on_gpu"
PATIENT = Limits(seconds=60)
"""A child imports CuPy, and CUDA begins anew in each."""
QUICK = Limits(seconds=15)
"""Enough to begin, and for a kernel that never ends not to be waited for long."""


@pytest.fixture(scope="module")
def gpu() -> Gpu:
    """The first GPU of this machine; without one there is a reason."""
    found = gpus.find()
    if not found.gpus:
        pytest.skip(f"no CUDA GPU here: {found.problem}")
    return found.gpus[0]


@pytest.fixture(scope="module")
def gpu_pool(gpu: Gpu, isolation: Isolation) -> Iterator[Pool]:
    """A worker that is let to the GPU, whatever MXNet can do there."""
    with Pool(replace(isolation, accelerator=access.to(gpu)), Limits(), 1) as pool:
        yield pool


@pytest.fixture
def solve(gpu_pool: Pool):
    """How one of these submissions ends, and what it answers: a value, or an exception's type."""

    def run(name: str, limits: Limits = PATIENT) -> tuple[End, Value | str | None]:
        text = (SUBMISSIONS / f"{name}.py").read_text(encoding="utf-8")
        takes = [Take("probe0", 7, "gpu")]
        one = job(text, "return solution.solve()", stubs='"solve"', takes=takes)
        done = gpu_pool.submit(one, limits).result()
        assert done.loaded is not None, done.detail
        assert (done.loaded.failure, done.loaded.notes) == (None, [])
        take = done.takes[0]
        if take.answer is None:
            return take.end, None
        failure = take.answer.failure
        return take.end, failure.type if failure else take.answer.value

    return run


def test_it_is_called_what_the_driver_calls_it(gpu: Gpu) -> None:
    program = shutil.which("nvidia-smi")
    if program is None:
        pytest.skip("nvidia-smi is not installed")
    fields = "--query-gpu=uuid,name,pci.bus_id"
    lines = subprocess.run(
        [program, fields, "--format=csv,noheader"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    named = {tuple(line.split(", "))[:2]: line.split(", ")[2].lower() for line in lines}
    assert named[gpu.uuid, gpu.name].endswith(gpu.bus)


def test_mxnet_computes_there_exactly_if_it_has_machine_code(gpu: Gpu, gpu_pool: Pool) -> None:
    """What the compute capability says beforehand, one operator says when it is tried."""
    assert bool(trial(gpu_pool, "gpu")) == bool(gpu.problem)


def test_the_sandbox_holds_this_gpu_and_no_other_device(gpu: Gpu, solve) -> None:
    end, told = solve("looks_round")
    assert end is End.ANSWERED
    names, count = told.values
    nodes = [Path(node).name for node in access.to(gpu).nodes]
    assert count == Number("int", 1)
    assert {name.value for name in names.values if "nvidia" in name.value} == set(nodes)


def test_a_kernel_that_never_ends_costs_its_own_submission_only(solve) -> None:
    assert solve("never_ends", QUICK) == (End.TIMED_OUT, None)
    assert solve("adds_on_the_gpu") == (End.ANSWERED, Number("int", 500500))


def test_all_memory_taken_is_there_for_the_next(solve) -> None:
    assert solve("takes_all_memory") == (End.ANSWERED, "CUDARuntimeError")
    assert solve("adds_on_the_gpu") == (End.ANSWERED, Number("int", 500500))


def test_memory_that_one_leaves_the_next_cannot_read(solve) -> None:
    """The driver clears it before it is given to another process."""
    end, filled = solve("leaves_its_memory")
    assert end is End.ANSWERED
    assert filled.value >= 1
    assert solve("reads_what_is_left") == (End.ANSWERED, Number("int", 0))
