"""Which GPUs are there, and whether MXNet 1.9.1 has machine code for them.

CuPy is asked, in the judge's process; MXNet is not, for it would need a process of its own and
would say less.  An environment for the CPU has no CuPy, and then there is nothing to ask.
"""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any
from uuid import UUID

from msgspec import Struct

from grader.clone import PROJECT
from grader.language import _, later

FIRST, BEYOND = (5, 0), (9, 0)
"""The wheels of mxnet-cu117 1.9.1 hold machine code for the compute capabilities 5.0, 6.0, 7.0, 8.0
and 8.6, and no PTX from which a driver could make other code.  Machine code runs on later minor
versions of its major one: 8.6's on 8.9.  So 5.0 to 8.9 can be used, and 9.0 and later cannot."""

LOCK = PROJECT / "requirements-gpu.lock"
"""What an environment for a GPU is made from: not in a student's copy, which grades on the CPU."""
_INSTALL = later("make grade DEVICE=gpu installs what a GPU needs")
_CPU_ONLY = later("this copy of the grader is for the CPU")


class Gpu(Struct, frozen=True):
    """One CUDA GPU, as CuPy describes it."""

    index: int
    name: str
    capability: tuple[int, int]
    memory: int
    """Bytes in all."""
    bus: str
    """Where it is plugged in, such as `0000:65:00.0`."""
    uuid: str
    """Its name in CUDA_VISIBLE_DEVICES, whichever other GPUs are there."""

    @property
    def problem(self) -> str:
        """Why MXNet cannot use it, as a sentence; empty where it has machine code for it."""
        if FIRST <= self.capability < BEYOND:
            return ""
        said = _(
            "{name} has compute capability {capability}, and MXNet 1.9.1 has machine code for "
            "{first} to 8.9 only"
        )
        return said.format(
            name=self.name, capability=_dotted(self.capability), first=_dotted(FIRST)
        )

    def describe(self) -> str:
        """`NVIDIA A10G, compute capability 8.6, 22.0 GiB`."""
        memory = f"{self.memory / 2**30:.1f} GiB"
        return f"{self.name}, compute capability {_dotted(self.capability)}, {memory}"


class Found(Struct, frozen=True):
    """What CuPy found."""

    gpus: tuple[Gpu, ...] = ()
    problem: str = ""
    """Why no GPU was found, and what to do; empty if one was."""
    cuda: str = ""
    """The newest CUDA that the driver knows, such as `12.2`; empty where there is no driver."""

    @property
    def usable(self) -> Gpu | None:
        """The first GPU for which MXNet has machine code."""
        return next((gpu for gpu in self.gpus if not gpu.problem), None)

    @property
    def lack(self) -> str:
        """Why MXNet can use none: which GPUs were found, or why none was; empty if it can."""
        if self.usable:
            return ""
        return self.problem or "; ".join(dict.fromkeys(gpu.problem for gpu in self.gpus))


def installed() -> bool:
    """Whether this environment is one for a GPU: whether it has CuPy."""
    return importlib.util.find_spec("cupy") is not None


def find(cupy: Any = None) -> Found:
    """Asks CuPy, which takes about a second to import; `cupy` is another module to ask."""
    if cupy is None:
        if not installed():
            said = _("CuPy is not installed: {remedy}")
            return Found(problem=said.format(remedy=_(_INSTALL if LOCK.exists() else _CPU_ONLY)))
        try:
            cupy = importlib.import_module("cupy")
        except Exception as error:  # noqa: BLE001  (whatever a broken installation raises)
            said = _("CuPy cannot be imported: {error}. {remedy}")
            said = said.format(error=_first_line(error), remedy=_(_INSTALL))
            return Found(problem=said)
    runtime = cupy.cuda.runtime
    known = int(runtime.driverGetVersion())  # 0 without a driver, as the only call that answers
    if not known:
        return Found(
            problem=_("NVIDIA's driver is not installed, or it is not loaded: see nvidia-smi")
        )
    cuda = f"{known // 1000}.{known % 1000 // 10}"
    try:
        count = runtime.getDeviceCount()
        gpus = tuple(_gpu(i, runtime.getDeviceProperties(i)) for i in range(count))
    except runtime.CUDARuntimeError as error:
        said = _("CUDA says: {error}")
        if known < 11_000:
            said = _("CUDA says: {error}; a driver for CUDA 11.0 or later is needed")
        return Found(problem=said.format(error=_first_line(error)), cuda=cuda)
    return Found(gpus, "" if gpus else _("the driver knows of no GPU"), cuda)


def _gpu(index: int, properties: dict[str, Any]) -> Gpu:
    name = properties["name"]
    return Gpu(
        index,
        name.decode(errors="replace") if isinstance(name, bytes) else str(name),
        (int(properties["major"]), int(properties["minor"])),
        int(properties["totalGlobalMem"]),
        "{pciDomainID:04x}:{pciBusID:02x}:{pciDeviceID:02x}.0".format(**properties),
        f"GPU-{UUID(bytes=bytes(properties['uuid']))}",
    )


def _dotted(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
