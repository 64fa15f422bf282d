"""Which devices are graded on, and what is said of the others."""

from __future__ import annotations

import pytest

from grader.devices import gpus
from grader.devices.choice import Choice, check, choose
from grader.sandbox import Isolation, Unavailable
from tests.devices.machines import A10, H100, machine

BARE = Isolation(Unavailable("not here"), Unavailable("not here"))
TOO_NEW = gpus.find(machine(H100)).lack


def chosen(wanted: list[str], *there: dict[str, object], installed: bool = True) -> Choice:
    return choose(
        wanted, BARE, find=lambda: gpus.find(machine(*there)), installed=lambda: installed
    )[0]


@pytest.mark.parametrize(
    ("wanted", "devices"),
    [
        ([], ("cpu", "gpu")),
        (["auto"], ("cpu", "gpu")),
        (["gpu"], ("gpu",)),
        (["gpu", "cpu:1", "gpu"], ("gpu", "cpu:1")),
        (["cpu", "auto"], ("cpu", "gpu")),
        (["cpu"], ("cpu",)),
    ],
)
def test_with_a_gpu(wanted: list[str], devices: tuple[str, ...]) -> None:
    """In the order in which they were asked for, each once."""
    assert chosen(wanted, A10) == Choice(devices)


def test_a_gpu_that_mxnet_cannot_use() -> None:
    """The CPU is graded on, also where nothing but the GPU was asked for."""
    for wanted in ([], ["auto"], ["gpu"], ["cpu", "gpu"]):
        assert chosen(wanted, H100) == Choice(("cpu",), {"gpu": TOO_NEW})
    assert chosen(["cpu:1", "gpu"], H100) == Choice(("cpu:1",), {"gpu": TOO_NEW})


def test_auto_in_an_environment_for_the_cpu() -> None:
    """Nothing is lacking, for nothing was asked for; and CuPy is not asked."""
    assert chosen([], A10, installed=False) == Choice(("cpu",))
    choice, walls = choose(["cpu"], BARE, find=lambda: pytest.fail("it was asked"))
    assert (choice, walls) == (Choice(("cpu",)), BARE)


def test_the_walls_lead_to_the_gpu_and_only_then() -> None:
    for there, leads in ((A10, True), (H100, False)):
        _, walls = choose(["gpu"], BARE, find=lambda there=there: gpus.find(machine(there)))
        assert (walls.accelerator is not None) == leads


@pytest.mark.parametrize("name", ["", "tpu", "gpu:1", "cpu:", "cpu:one", "cpu:100", "CPU"])
def test_other_names_are_refused(name: str) -> None:
    """In a sentence that says what there is."""
    with pytest.raises(ValueError, match="is no device: give cpu, cpu:1, gpu or auto"):
        check(name)
