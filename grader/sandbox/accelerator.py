"""What leads from within the walls to one GPU."""

from __future__ import annotations

from msgspec import Struct


class Accelerator(Struct, frozen=True):
    """Which files a worker may use, and what it is told; `grader/devices/access.py` knows both."""

    nodes: tuple[str, ...]
    """Device files, such as /dev/nvidiactl.  Whoever may read and write them may use the GPU."""
    environment: dict[str, str]


NO_ACCELERATOR = Accelerator((), {"CUDA_VISIBLE_DEVICES": ""})
"""CUDA then sees no GPU, also where no bubblewrap hides the files: what cannot be graded on, a
submission is not to find."""
