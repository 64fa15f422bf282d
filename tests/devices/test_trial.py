"""One operator, really tried."""

from __future__ import annotations

import pytest

from grader.devices import gpus
from grader.devices.choice import Choice, settle
from grader.devices.trial import trial
from grader.sandbox import Isolation
from grader.worker.pool import Pool
from tests.devices.machines import A10, machine


@pytest.mark.parametrize("device", ["cpu", "cpu:1"])
def test_it_works_on_a_cpu(pool: Pool, device: str) -> None:
    assert trial(pool, device) == ""


@pytest.mark.skipif(gpus.installed(), reason="this environment is for a GPU")
def test_a_package_without_cuda_is_an_answer(pool: Pool) -> None:
    """MXNet's own words, in one line; then the CPU is graded on."""
    reason = trial(pool, "gpu")
    assert reason.startswith("MXNet's first operator there failed: ")
    assert "\n" not in reason
    assert Choice(("cpu", "gpu")).tried(pool) == Choice(("cpu",), {"gpu": reason})


def test_without_a_gpu_nothing_is_tried(pool: Pool) -> None:
    assert Choice(("cpu:1",)).tried(pool) == Choice(("cpu:1",))


def test_a_gpu_on_which_mxnet_fails_is_not_seen_by_what_grades(
    isolation: Isolation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CuPy's word is good; MXNet has a worker of its own to try, and fails for it is not there."""
    found = gpus.find(machine(A10))
    monkeypatch.setattr(
        "grader.devices.choice.choose.__kwdefaults__",
        {
            "find": lambda: found,
            "installed": lambda: True,
        },
    )
    choice, walls = settle(["cpu", "gpu"], isolation)
    assert choice.devices == ("cpu",)
    assert choice.lacking["gpu"].startswith("MXNet's first operator there ")
    assert walls == isolation
