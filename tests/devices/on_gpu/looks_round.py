"""Tells which device files there are, and how many GPUs CUDA shows."""

from pathlib import Path

import cupy


def solve():
    files = sorted(path.name for path in Path("/dev").iterdir())
    return [files, cupy.cuda.runtime.getDeviceCount()]
