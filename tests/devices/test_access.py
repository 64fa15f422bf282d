"""What a worker gets to use a GPU with, and what of it bubblewrap lets through."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from grader.devices import access, gpus
from grader.devices.gpus import Gpu
from grader.sandbox import Accelerator, Bubblewrap, Isolation, Unavailable, find_bubblewrap
from tests.devices.machines import A10, H100, machine

GPU = gpus.find(machine(H100, A10)).gpus[1]


@pytest.fixture
def dev(tmp_path: Path) -> Path:
    """A /dev with three GPUs, and files that are no student's business."""
    folder = tmp_path / "dev"
    folder.mkdir()
    for name in ("nvidia0", "nvidia1", "nvidia2", "nvidiactl", "nvidia-uvm"):
        (folder / name).touch()
    for name in ("nvidia-uvm-tools", "nvidia-modeset", "sda", "mem"):
        (folder / name).touch()
    return folder


def names(gpu: Gpu, dev: Path, proc: Path) -> list[str]:
    return [Path(node).name for node in access.to(gpu, dev=dev, proc=proc).nodes]


def test_the_files_of_one_gpu(dev: Path, tmp_path: Path) -> None:
    """The file's number is the driver's, by where the GPU is plugged in; else CUDA's."""
    assert names(GPU, dev, tmp_path) == ["nvidia1", "nvidiactl", "nvidia-uvm"]
    listed = tmp_path / "driver/nvidia/gpus" / GPU.bus
    listed.mkdir(parents=True)
    (listed / "information").write_text("Model: \t\t NVIDIA A10G\nDevice Minor: \t 2\n")
    assert names(GPU, dev, tmp_path) == ["nvidia2", "nvidiactl", "nvidia-uvm"]


def test_what_is_not_there_is_not_asked_for(dev: Path, tmp_path: Path) -> None:
    """Bubblewrap would refuse to start over a file that is missing."""
    (dev / "nvidia-uvm").unlink()
    assert names(GPU, dev, tmp_path) == ["nvidia1", "nvidiactl"]


def test_float32_is_float32(dev: Path, tmp_path: Path) -> None:
    """No TF32, nothing chosen by time; one GPU, by a name that does not shift."""
    told = access.to(GPU, dev=dev, proc=tmp_path).environment
    assert (told["NVIDIA_TF32_OVERRIDE"], told["MXNET_CUDA_ALLOW_TENSOR_CORE"]) == ("0", "0")
    assert told["CUDA_VISIBLE_DEVICES"] == GPU.uuid


def test_the_command_line() -> None:
    """Each file is bound by itself, and before /dev is closed."""
    accelerator = Accelerator(("/dev/nvidia1", "/dev/nvidiactl"), {"CUDA_VISIBLE_DEVICES": "x"})
    walls = Isolation(Bubblewrap("bwrap"), Unavailable("-"), accelerator)
    command, _ = walls.command(["true"], readable=[], writable_bytes=4096, environment={})
    text = " ".join(command)
    assert "--setenv CUDA_VISIBLE_DEVICES x" in text
    bound = "--dev /dev --dev-bind /dev/nvidia1 /dev/nvidia1 --dev-bind /dev/nvidiactl"
    assert bound in text
    assert text.index("--dev-bind") < text.index("--remount-ro /dev ")
    without, _ = Isolation(Bubblewrap("bwrap"), Unavailable("-")).command(
        ["true"], readable=[], writable_bytes=4096, environment={}
    )
    assert "--dev-bind" not in without


def test_a_device_file_is_let_through_and_no_other() -> None:
    """Some other device of this machine in place of a GPU: it can be opened, and the rest is
    not there."""
    found = find_bubblewrap()
    if isinstance(found, Unavailable):
        pytest.skip(found.reason)
    inside = _devices(found, [])
    others = [
        path
        for path in sorted(Path("/dev").iterdir())
        if path.name not in inside and not path.is_symlink() and stat.S_ISCHR(path.stat().st_mode)
    ]
    if not others:
        pytest.skip("this machine has no device file beside those that every sandbox has")
    assert _devices(found, [str(others[0])]) == sorted([*inside, others[0].name])


def _devices(bubblewrap: Bubblewrap, nodes: list[str]) -> list[str]:
    """The names in /dev inside."""
    look = "import json, os; print(json.dumps(sorted(os.listdir('/dev'))))"
    command = bubblewrap.command(
        [sys.executable, "-I", "-c", look], readable=[], writable_bytes=4096, nodes=nodes
    )
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    listed: list[str] = json.loads(done.stdout)
    return listed
