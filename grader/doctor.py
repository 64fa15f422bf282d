"""`grader doctor`: what this machine offers, what it lacks, and what to do about each lack."""

from __future__ import annotations

import importlib
import os
import platform
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct
from rich.table import Table
from rich.text import Text

from grader.devices import gpus, libraries
from grader.devices.choice import choose
from grader.devices.trial import trial
from grader.sandbox import Isolation, Limits, Unavailable, find_isolation
from grader.worker.client import WorkerFailed
from grader.worker.pool import Pool

DRIVER_NODE = Path("/dev/nvidiactl")
"""Is there wherever NVIDIA's driver is loaded."""

_STORE = ("sqlalchemy", "psycopg", "distributed")
"""What a class is kept in and graded with."""
_USABLE = "use a GPU of compute capability 5.0 to 8.9 with NVIDIA's driver; until then, the CPU"


class Finding(Struct, frozen=True):
    """One line of the doctor's: what was looked at, and what was found."""

    part: str
    found: str
    remedy: str = ""
    """What to do; empty where nothing is lacking."""
    fatal: bool = False
    """Whether nothing can be graded until that is done."""


def examine() -> Iterator[Finding]:
    """Looks at everything in turn; MXNet and a GPU are really tried, which takes some seconds."""
    yield from _software()
    isolation = find_isolation()
    yield from _sandbox(isolation)
    yield from _store()
    yield from _computing(isolation)


def healthy(findings: list[Finding]) -> bool:
    """Whether submissions can be graded on the CPU."""
    return not any(finding.fatal for finding in findings)


def table(findings: list[Finding]) -> Table:
    """The findings as a terminal shows them, each remedy below what it mends."""
    shown = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    shown.add_column(no_wrap=True)
    shown.add_column(overflow="fold")
    for finding in findings:
        shown.add_row(Text(finding.part), Text(finding.found))
        if finding.remedy:
            shown.add_row("", Text(f"To do: {finding.remedy}."))
    return shown


def _software() -> Iterator[Finding]:
    yield Finding("grader", version("gluon-grader"))
    yield Finding("Python", f"{platform.python_version()}, {platform.machine()}")
    yield Finding("Linux", platform.release())
    yield Finding("MXNet", libraries.mxnet_version())
    yield Finding("NumPy", version("numpy"))


def _sandbox(isolation: Isolation) -> Iterator[Finding]:
    for part, found in (("bubblewrap", isolation.bubblewrap), ("seccomp", isolation.seccomp)):
        if isinstance(found, Unavailable):
            lost = "needed for a class; without it a submission is not shut in"
            yield Finding(part, f"no: {found.reason} ({lost})", found.remedy or "see the reason")
        else:
            yield Finding(part, "works")


def _store() -> Iterator[Finding]:
    for name in _STORE:
        try:
            importlib.import_module(name)
        except ImportError as error:
            yield Finding(name, f"cannot be imported: {error}", "make setup installs it anew")
        else:
            yield Finding(name, version(name))


def _computing(isolation: Isolation) -> Iterator[Finding]:
    found = gpus.find() if gpus.installed() else None
    wanted = ["cpu", "gpu"] if found and found.usable else ["cpu"]
    choice, walls = choose(wanted, isolation, find=lambda: found or gpus.Found())
    with Pool(walls, Limits(), 1) as pool:
        yield _cpu(pool)
        yield from _gpu(found, pool if "gpu" in choice.devices else None)


def _cpu(pool: Pool) -> Finding:
    cores = len(os.sched_getaffinity(0))
    if reason := _tried(pool, "cpu"):
        remedy = _driver_remedy() or "make clean, then make setup; if that does not help, report it"
        return Finding("cpu", f"cannot be graded on: {reason}", remedy, fatal=True)
    return Finding("cpu", f"works; {cores} cores")


def _gpu(found: gpus.Found | None, pool: Pool | None) -> Iterator[Finding]:
    if found is None:
        there = DRIVER_NODE.exists()
        useful = there and gpus.LOCK.exists()
        remedy = "make grade DEVICE=gpu installs what a GPU needs, about 5 GiB" if useful else ""
        seen = "; NVIDIA's driver is loaded here" if there else ""
        yield Finding("gpu", f"not looked for: this environment is for the CPU{seen}", remedy)
        return
    missing = libraries.load()
    if missing:
        names = ", ".join(Path(name).name for name in missing)
        yield Finding(
            "CUDA", f"cannot be loaded: {names}", "make clean, then make setup DEVICE=gpu"
        )
    else:
        yield Finding("CUDA", f"{len(libraries.IN_ORDER)} libraries are loaded")
    if found.cuda:
        yield Finding("driver", f"knows CUDA up to {found.cuda}")
    for gpu in found.gpus:
        yield Finding(f"gpu {gpu.index}", gpu.describe())
    if found.usable is None or pool is None:
        yield Finding("gpu", f"not graded on: {found.lack}", _USABLE)
        return
    if reason := _tried(pool, "gpu"):
        yield Finding("gpu", f"not graded on: {reason}", _USABLE)
    else:
        yield Finding("gpu", f"works; {found.usable.name}")


def _tried(pool: Pool, device: str) -> str:
    """Why MXNet cannot compute there, with the worker's last words if it did not even start."""
    try:
        return trial(pool, device)
    except WorkerFailed as error:
        return str(error).strip().splitlines()[-1]


def _driver_remedy() -> str:
    """What to do in an environment for a GPU on a machine without its driver."""
    if libraries.folder().is_dir() and libraries.driver():
        return (
            f"install NVIDIA's driver, which brings {libraries.DRIVER}, or use the environment for "
            "the CPU: make without DEVICE=gpu"
        )
    return ""
