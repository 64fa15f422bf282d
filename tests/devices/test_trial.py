"""One operator, really tried."""

from __future__ import annotations

import pytest

from grader.devices import gpus
from grader.devices.choice import Choice
from grader.devices.trial import trial
from grader.worker.client import Pool


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
