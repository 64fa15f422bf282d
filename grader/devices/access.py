"""What a worker is given to compute on one GPU: device files, and what CUDA and MXNet are told.

Beside the GPU's own file there are the driver's (nvidiactl) and that of unified memory
(nvidia-uvm).  Tools, display and other GPUs have files too, which stay outside of the sandbox.
"""

from __future__ import annotations

import re
from pathlib import Path

from grader.devices.gpus import Gpu
from grader.sandbox import Accelerator

SHARED = ("nvidiactl", "nvidia-uvm")

ENVIRONMENT = {
    # Products of float32 numbers rounded to 10 bits are no float32: an allowance in units of the
    # last place would be off by a factor of a thousand.
    "NVIDIA_TF32_OVERRIDE": "0",
    "MXNET_CUDA_ALLOW_TENSOR_CORE": "0",
    # The same seed gives the same report: no algorithm is chosen by a stop-watch, and none adds
    # in the order in which threads happen to arrive.
    "MXNET_CUDNN_AUTOTUNE_DEFAULT": "0",
    "MXNET_ENFORCE_DETERMINISM": "1",
    # Each child begins with CUDA anew: it loads what it calls, and not all of MXNet's kernels.
    "CUDA_MODULE_LOADING": "LAZY",
    "CUDA_CACHE_DISABLE": "1",  # there is no home to keep compiled code in
}

_MINOR = re.compile(r"^Device Minor:\s*(\d+)$", re.MULTILINE)


def to(gpu: Gpu, *, dev: Path = Path("/dev"), proc: Path = Path("/proc")) -> Accelerator:
    """Access to this GPU and no other; inside it is MXNet's `gpu(0)`.

    `dev` is where device files are, and `proc` where the driver's list is that tells which of them
    is the GPU's: CUDA's own numbers follow speed, the files' follow where they are plugged in.
    """
    try:
        text = (proc / "driver/nvidia/gpus" / gpu.bus / "information").read_text()
    except OSError:  # a container may have no such list
        text = ""
    found = _MINOR.search(text)
    minor = int(found[1]) if found else gpu.index
    wanted = [dev / f"nvidia{minor}", *(dev / name for name in SHARED)]
    return Accelerator(
        tuple(str(path) for path in wanted if path.exists()),
        {**ENVIRONMENT, "CUDA_VISIBLE_DEVICES": gpu.uuid},
    )
