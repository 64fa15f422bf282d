"""CuPy as it answers on machines that are not here: without a driver, with a GPU, with several."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any


class CudaError(RuntimeError):
    """Stands for CuPy's CUDARuntimeError."""


def gpu(name: str, major: int, minor: int, *, bus: int = 0x65) -> dict[str, Any]:
    """The properties of a GPU with 24 GiB, in the types in which CuPy 13 gives them."""
    return {
        "name": name.encode(),
        "major": major,
        "minor": minor,
        "totalGlobalMem": 24 * 2**30,
        "pciDomainID": 0,
        "pciBusID": bus,
        "pciDeviceID": 0,
        "uuid": bytes(range(16)),
    }


A10 = gpu("NVIDIA A10G", 8, 6)
H100 = gpu("NVIDIA H100", 9, 0, bus=0x17)


def machine(*gpus: dict[str, Any], driver: int = 12_020, error: str = "") -> Any:
    """A module like `cupy` on a machine with these GPUs; `driver` is 0 where there is none.

    Without one CuPy 13.6 was seen to raise, for the count and everything else but the version.
    """

    def count() -> int:
        if error or not driver:
            raise CudaError(error or "cudaErrorInsufficientDriver: CUDA driver version is ...")
        return len(gpus)

    runtime = SimpleNamespace(
        CUDARuntimeError=CudaError,
        driverGetVersion=lambda: driver,
        getDeviceCount=count,
        getDeviceProperties=lambda index: gpus[index],
    )
    return SimpleNamespace(cuda=SimpleNamespace(runtime=runtime))
