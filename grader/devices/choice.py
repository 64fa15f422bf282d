"""Which devices a grading takes, out of those that were asked for, and why not the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from grader.devices import access, gpus
from grader.devices.gpus import Found
from grader.failure import ToldError
from grader.language import _
from grader.sandbox import Isolation, Limits
from grader.worker.pool import Pool

AUTO = "auto"
"""The CPU, and a GPU in an environment that was made for one."""
_NAME = re.compile(r"auto|gpu|cpu(:\d{1,2})?")


class DeviceError(ToldError):
    """A device that was named is none, or cannot be used; the message says why."""


class Choice(Struct, frozen=True):
    """The devices of a grading, in the order in which they were asked for."""

    devices: tuple[str, ...]
    """On which checks run; never empty."""
    lacking: dict[str, str] = {}
    """Those that cannot be used, each with the reason: their points are left out of the total."""

    def tried(self, pool: Pool) -> Choice:
        """What remains when MXNet has tried one operator on the GPU.  Raises WorkerFailed."""
        if "gpu" not in self.devices:
            return self
        from grader.devices.trial import trial

        reason = trial(pool, "gpu")
        return self.without_gpu(reason) if reason else self

    def without_gpu(self, reason: str) -> Choice:
        """The other devices, or the CPU where there is no other."""
        rest = tuple(name for name in self.devices if name != "gpu")
        return Choice(rest or ("cpu",), {**self.lacking, "gpu": reason})


def check(name: str) -> str:
    """The name of a device.  Raises ValueError, in words for whoever gave it."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no device: give cpu, cpu:1, gpu or auto")
    return name


def choose(
    wanted: Sequence[str],
    isolation: Isolation,
    *,
    find: Callable[[], Found] = gpus.find,
    installed: Callable[[], bool] = gpus.installed,
) -> tuple[Choice, Isolation]:
    """The devices that can be used as far as CuPy can tell, and walls with a way to the GPU.

    CuPy is asked only where a GPU is wanted: by name, or by `auto` in an environment for one.
    """
    names: list[str] = []
    for name in map(check, wanted or [AUTO]):
        names += ["cpu", *(["gpu"] if installed() else [])] if name == AUTO else [name]
    choice = Choice(tuple(dict.fromkeys(names)))
    if "gpu" not in choice.devices:
        return choice, isolation
    found = find()
    if found.usable is None:
        return choice.without_gpu(found.lack), isolation
    return choice, replace(isolation, accelerator=access.to(found.usable))


def settle(wanted: Sequence[str], isolation: Isolation) -> tuple[Choice, Isolation]:
    """The devices that can be used, tried, and the walls for those: what `grader grade` takes.

    The trial has a worker of its own: where it fails, the workers that grade must not see the GPU.
    Raises WorkerFailed.
    """
    choice, walls = choose(wanted, isolation)
    if walls.accelerator is None:
        return choice, isolation
    with Pool(walls, Limits(), 1) as pool:
        tried = choice.tried(pool)
    return tried, walls if "gpu" in tried.devices else isolation


def insist(wanted: Sequence[str], isolation: Isolation) -> Isolation:
    """The walls for all of these devices, tried: for a command that can leave out none.

    Raises DeviceError, WorkerFailed.
    """
    for name in wanted:
        if name == AUTO or not _NAME.fullmatch(name):
            said = _("{name} is no device: give cpu, cpu:1 or gpu")
            raise DeviceError(said.format(name=repr(name)))
    choice, walls = settle(wanted, isolation)
    for name, reason in choice.lacking.items():
        said = _("{device} cannot be used: {reason}")
        raise DeviceError(said.format(device=name, reason=reason))
    return walls
