"""CUDA's libraries, from where pip has put them: loaded before MXNet or CuPy asks for them.

The `libmxnet.so` of mxnet-cu117 names the libraries that it needs, and the wheels put them into
`nvidia/*/lib` of the environment, where the dynamic linker does not look.  What is loaded already
it does not look for, so they are loaded here, each after those that it needs itself.  The one
library that no wheel can bring is the driver's own, libcuda.so.1.
"""

from __future__ import annotations

import ctypes
import sysconfig
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

IN_ORDER = (
    "cuda_runtime/lib/libcudart.so.11.0",
    "cuda_nvrtc/lib/libnvrtc.so.11.2",
    "cublas/lib/libcublasLt.so.11",
    "cublas/lib/libcublas.so.11",
    "cufft/lib/libcufft.so.10",
    "curand/lib/libcurand.so.10",
    "cusparse/lib/libcusparse.so.11",
    "cusolver/lib/libcusolver.so.11",
    "cudnn/lib/libcudnn.so.8",
    "nccl/lib/libnccl.so.2",
    "nvtx/lib/libnvToolsExt.so.1",
)
"""In the folder `nvidia` of an environment that was made for a GPU."""

DRIVER = "libcuda.so.1"


def folder() -> Path:
    """Where the wheels put them; it is not there in an environment for the CPU."""
    return Path(sysconfig.get_path("purelib")) / "nvidia"


def load() -> list[str]:
    """Load what is there; which of `IN_ORDER` could not be loaded.  A second call does nothing.

    Nothing is raised: whoever needs one that is missing says so, in the linker's own words.
    """
    missing = []
    for name in IN_ORDER:
        try:
            # Not RTLD_GLOBAL: that a library is loaded is enough for those which name it.
            ctypes.CDLL(str(folder() / name))
        except OSError:
            missing.append(name)
    return missing


def driver() -> str:
    """Why the driver's own library cannot be loaded, in the linker's words; empty if it can."""
    try:
        ctypes.CDLL(DRIVER)
    except OSError as error:
        return str(error)
    return ""


def mxnet_version() -> str:
    """`1.9.1`, or `1.9.1+cu117` of the package for GPUs."""
    try:
        return version("mxnet")
    except PackageNotFoundError:
        return f"{version('mxnet-cu117')}+cu117"
