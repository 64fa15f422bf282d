"""`grader doctor`: the real machine first, then machines that are not here."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

from grader import doctor
from grader.cli import app
from grader.devices import gpus, libraries
from grader.doctor import Finding, healthy, table
from grader.sandbox import Isolation, Unavailable, find_bubblewrap
from grader.worker.client import WorkerFailed
from tests.devices.machines import A10, H100, machine

NO_WALLS = Isolation(
    Unavailable("bubblewrap is not installed", "apt-get install bubblewrap"),
    Unavailable("this kernel has none"),
)


def found(findings: list[Finding], part: str) -> Finding:
    return next(finding for finding in findings if finding.part == part)


def shown(findings: list[Finding], width: int = 200) -> str:
    text = io.StringIO()
    Console(file=text, width=width).print(table(findings))
    return text.getvalue()


def test_here() -> None:
    """MXNet is really tried; status 0 says that the CPU can be graded on."""
    done = CliRunner().invoke(app, ["doctor"], catch_exceptions=False)
    assert done.exit_code == 0
    assert done.stdout.endswith("Submissions can be graded here.\n")
    parts = [line.split()[0] for line in done.stdout.splitlines() if line[:1].strip()]
    first = ["grader", "Python", "Linux", "MXNet", "NumPy", "bubblewrap", "seccomp"]
    assert parts[:7] == first
    assert "cpu          works" in done.stdout


def test_every_lack_has_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a sandbox one's own work can be graded, and the doctor says what to install."""
    monkeypatch.setattr(doctor, "find_isolation", lambda: NO_WALLS)
    findings = list(doctor.examine())
    bubblewrap = found(findings, "bubblewrap")
    assert bubblewrap.found.startswith("no: bubblewrap is not installed")
    assert bubblewrap.remedy == "apt-get install bubblewrap"
    assert all(finding.remedy for finding in findings if finding.found.startswith("no: "))
    assert healthy(findings)


def test_a_remedy_is_no_complaint(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever colons there are in bubblewrap's own words."""
    bwrap = tmp_path / "bwrap"
    bwrap.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2; exit 1\n")
    bwrap.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    here = Isolation(find_bubblewrap(), Unavailable("this kernel has none"))
    told = found(list(doctor._sandbox(here)), "bubblewrap")
    assert "setting up uid map: Permission denied" in told.found
    assert told.remedy.startswith("on Ubuntu 24.04 and later, allow it by")


@pytest.fixture
def with_gpu(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Finding]]:
    """The findings on a machine with these GPUs; `gpu` is what MXNet's trial there answers."""

    def examine(*there: dict[str, Any], gpu: str = "", driver: int = 12_020) -> list[Finding]:
        seen = gpus.find(machine(*there, driver=driver))
        monkeypatch.setattr(gpus, "installed", lambda: True)
        monkeypatch.setattr(gpus, "find", lambda: seen)
        monkeypatch.setattr(libraries, "load", list)
        monkeypatch.setattr(doctor, "trial", lambda _, device: gpu if device == "gpu" else "")
        return list(doctor.examine())

    return examine


def test_a_gpu_that_works(with_gpu: Callable[..., list[Finding]]) -> None:
    findings = with_gpu(A10)
    assert found(findings, "gpu 0").found == "NVIDIA A10G, compute capability 8.6, 24.0 GiB"
    assert found(findings, "driver").found == "knows CUDA up to 12.2"
    assert found(findings, "gpu") == Finding("gpu", "works; NVIDIA A10G")


def test_a_gpu_that_is_too_new(with_gpu: Callable[..., list[Finding]]) -> None:
    """It is named, with why MXNet cannot use it; the CPU is graded on."""
    findings = with_gpu(H100)
    assert found(findings, "gpu 0").found.startswith("NVIDIA H100, compute capability 9.0")
    assert found(findings, "gpu").found.startswith(
        "not graded on: NVIDIA H100 has compute capability 9.0"
    )
    assert found(findings, "gpu").remedy
    assert healthy(findings)


def test_a_gpu_on_which_mxnet_fails(with_gpu: Callable[..., list[Finding]]) -> None:
    findings = with_gpu(A10, gpu="MXNet's first operator there failed: out of memory")
    assert found(findings, "gpu").found == (
        "not graded on: MXNet's first operator there failed: out of memory"
    )


def test_no_driver(with_gpu: Callable[..., list[Finding]]) -> None:
    assert "driver is not installed" in found(with_gpu(driver=0), "gpu").found


def test_a_driver_beside_an_environment_for_the_cpu(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What to do is said where it can be done: a student's copy has no lock for a GPU."""
    monkeypatch.setattr(gpus, "installed", lambda: False)
    monkeypatch.setattr(doctor, "DRIVER_NODE", tmp_path)
    for lock, remedy in ((tmp_path, True), (tmp_path / "nowhere", False)):
        monkeypatch.setattr(gpus, "LOCK", lock)
        told = found(list(doctor.examine()), "gpu")
        assert "NVIDIA's driver is loaded here" in told.found
        assert ("make grade DEVICE=gpu" in told.remedy) == remedy


def test_a_machine_that_cannot_grade(monkeypatch: pytest.MonkeyPatch) -> None:
    """Status 1, the worker's last words, and what to do."""

    def broken(*_: object) -> str:
        raise WorkerFailed("the worker did not start: Traceback\nImportError: libgomp.so.1")

    monkeypatch.setattr(doctor, "trial", broken)
    done = CliRunner().invoke(app, ["doctor"], catch_exceptions=False)
    assert done.exit_code == 1
    assert "cannot be graded on: ImportError: libgomp.so.1" in done.stdout
    assert "Submissions can be graded here" not in done.stdout


def test_the_table_fits_a_narrow_terminal() -> None:
    """Lines are folded; what to do stands below what it mends."""
    lines = shown([Finding("gpu", "not " * 30, "install it")], width=40).splitlines()
    assert max(map(len, lines)) <= 40
    assert lines[-1].split() == ["To", "do:", "install", "it."]
