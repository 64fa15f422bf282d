"""What CuPy finds, and what of it MXNet can use."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.devices import gpus
from grader.devices.gpus import Found
from tests.devices.machines import A10, H100, gpu, machine


def test_a_gpu_that_can_be_used() -> None:
    """Its name, capability and memory, and the CUDA that its driver knows."""
    found = gpus.find(machine(A10))
    assert (found.problem, found.lack, found.cuda) == ("", "", "12.2")
    assert found.usable is found.gpus[0]
    assert found.usable.describe() == "NVIDIA A10G, compute capability 8.6, 24.0 GiB"
    assert found.usable.bus == "0000:65:00.0"
    assert found.usable.uuid == "GPU-00010203-0405-0607-0809-0a0b0c0d0e0f"


@pytest.mark.parametrize(
    ("major", "minor", "usable"),
    [
        *[(3, 7, False), (5, 0, True), (6, 1, True), (7, 5, True), (8, 6, True), (8, 9, True)],
        *[(9, 0, False), (10, 0, False), (12, 0, False)],
    ],
)
def test_machine_code_is_for_5_0_to_8_9(major: int, minor: int, usable: bool) -> None:
    """Code for 8.6 runs on 8.9; there is none before 5.0 and none from 9.0 on."""
    found = gpus.find(machine(gpu("A GPU", major, minor)))
    assert (found.usable is not None) == usable


def test_a_gpu_that_is_too_new_is_named() -> None:
    """With its capability, and with what MXNet has code for."""
    assert gpus.find(machine(H100)).lack == (
        "NVIDIA H100 has compute capability 9.0, and MXNet 1.9.1 has machine code for 5.0 to 8.9 "
        "only"
    )


def test_the_first_that_can_be_used_is() -> None:
    """Not the first that is there."""
    found = gpus.find(machine(H100, A10))
    assert found.usable is not None
    assert (found.usable.index, found.usable.name, found.lack) == (1, "NVIDIA A10G", "")


def test_without_a_driver() -> None:
    """CuPy raises on most questions there; it is one sentence here."""
    assert gpus.find(machine(driver=0)) == Found(
        problem="NVIDIA's driver is not installed, or it is not loaded: see nvidia-smi"
    )


def test_a_driver_without_a_gpu() -> None:
    assert gpus.find(machine()).lack == "the driver knows of no GPU"


def test_a_driver_that_refuses() -> None:
    """CUDA's own words; and where the driver is too old, what is needed."""
    refused = gpus.find(machine(A10, error="cudaErrorUnknown: unknown error."))
    assert refused.lack == "CUDA says: cudaErrorUnknown: unknown error"
    old = gpus.find(machine(A10, driver=10_020, error="cudaErrorInsufficientDriver: too old"))
    assert old.lack.endswith("too old; a driver for CUDA 11.0 or later is needed")


@pytest.mark.skipif(gpus.installed(), reason="this environment is for a GPU")
def test_without_the_lock_nothing_is_to_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a student's copy."""
    monkeypatch.setattr(gpus, "LOCK", Path("nowhere"))
    assert gpus.find().problem == ("CuPy is not installed: this copy of the grader is for the CPU")


def test_the_real_one_answers() -> None:
    """Whatever this machine has, it is described and nothing is raised."""
    found = gpus.find()
    assert bool(found.gpus) != bool(found.problem)
    if not gpus.installed():
        assert found.problem == (
            "CuPy is not installed: make grade DEVICE=gpu installs what a GPU needs"
        )
