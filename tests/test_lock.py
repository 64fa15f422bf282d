"""Both locks are complete, hold hashes throughout, and name no place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomli
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text()
GPU_LOCK = (ROOT / "requirements-gpu.lock").read_text()
LOCKS = pytest.mark.parametrize("lock", [LOCK, GPU_LOCK], ids=["cpu", "gpu"])
PROJECT = tomli.loads((ROOT / "pyproject.toml").read_text())["project"]
WANTED = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
PYTHONS = ["3.10.0", "3.11.9", "3.12.1"]
MACHINES = ["x86_64", "aarch64"]


def entries(lock: str = LOCK) -> list[str]:
    """The lock's requirements, each with its hashes on one line."""
    joined = re.sub(r"\\\n\s*", "", lock)
    return [line for line in joined.splitlines() if line and not line.lstrip().startswith("#")]


def installed(python: str, machine: str, lock: str = LOCK) -> dict[str, str]:
    """What the lock installs there: name to version."""
    environment = {
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
        "platform_machine": machine,
        "sys_platform": "linux",
        "platform_system": "Linux",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    chosen: dict[str, str] = {}
    for entry in entries(lock):
        requirement = Requirement(entry.partition(" --hash")[0])
        if requirement.marker is None or requirement.marker.evaluate(environment):
            assert requirement.name not in chosen, f"{requirement.name} is locked twice"
            chosen[requirement.name] = str(requirement.specifier).removeprefix("==")
    return chosen


@LOCKS
def test_every_requirement_has_hashes(lock: str) -> None:
    """A version and at least one SHA-256; pip would refuse the whole file otherwise."""
    pattern = re.compile(r"[a-z0-9-]+==[^ ]+( ; [^\\]+?)?( --hash=sha256:[0-9a-f]{64})+")
    assert [entry for entry in entries(lock) if not pattern.fullmatch(entry)] == []
    assert len(entries(lock)) > len(WANTED)


@LOCKS
def test_it_names_no_index_and_no_folder(lock: str) -> None:
    """Neither an address, nor an option of pip's, nor a path."""
    assert re.findall(r"\S*://\S*", lock) == []
    options = re.findall(r"^\s*-.*", lock, re.MULTILINE)
    assert [option for option in options if not option.lstrip().startswith("--hash=")] == []
    assert re.findall(r"(?:^|[\s=@])(?:/|~/|\./)\S*", lock, re.MULTILINE) == []


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("python", PYTHONS)
def test_every_dependency_is_in_it(python: str, machine: str) -> None:
    """On every supported Python and machine, in a version that pyproject.toml allows."""
    locked = installed(python, machine)
    for line in WANTED:
        wanted = Requirement(line)
        environment = {"python_version": python.rpartition(".")[0]}
        if wanted.marker is None or wanted.marker.evaluate(environment):
            assert wanted.specifier.contains(locked[wanted.name]), f"{line} (make lock)"


@pytest.mark.parametrize(
    ("python", "numpy"), [("3.10.0", "1.23.5"), ("3.11.9", "1.23.5"), ("3.12.1", "1.26.4")]
)
def test_numpy_is_one_that_mxnet_can_use(python: str, numpy: str) -> None:
    locked = installed(python, "x86_64")
    assert (locked["mxnet"], locked["numpy"]) == ("1.9.1", numpy)


@pytest.mark.parametrize("python", PYTHONS)
def test_a_gpu_needs_the_same_and_more(python: str) -> None:
    """MXNet for CUDA in place of MXNet, what pyproject.toml names for a GPU, and all else alike."""
    cpu = installed(python, "x86_64")
    gpu = installed(python, "x86_64", GPU_LOCK)
    wanted = [Requirement(line) for line in PROJECT["optional-dependencies"]["gpu"]]
    assert [r.name for r in wanted if not r.specifier.contains(gpu[r.name])] == []
    assert gpu["mxnet-cu117"] == cpu.pop("mxnet")
    assert "mxnet" not in gpu  # they would overwrite each other's files
    assert {name: gpu.get(name) for name in cpu} == cpu
    assert set(gpu) - set(cpu) == {r.name for r in wanted} | {"fastrlock"}
