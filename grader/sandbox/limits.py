"""How much of everything one check may use, and the kernel's part in keeping it so."""

from __future__ import annotations

import mmap
import os
import resource
import signal
from pathlib import Path

from msgspec import Struct

KIB, MIB, GIB = 1 << 10, 1 << 20, 1 << 30

COUNTED_PER_NAMESPACE = (5, 14)
"""The first Linux that counts RLIMIT_NPROC per user namespace.  Before it, what runs outside of
the sandbox counts too and cannot be seen from inside."""


PENDING = 256
"""Signals that wait and timers.  The kernel counts them for the user, whose other programs could
make no timer if a submission took all."""
OPEN_FILES = 256
"""Descriptors, those that are open now included."""


class Limits(Struct, frozen=True):
    """The limits of one check, with their defaults.  0 means no limit."""

    seconds: float = 10.0
    """Wall-clock time per check; the judge keeps it.  The slowest reference takes 0.2 s."""
    memory: int = 4 * GIB
    """Bytes that may be mapped beyond what the warm worker has mapped.  Address space, not
    memory in use: each thread's stack counts 8 MiB, an arena of malloc 64 MiB."""
    processes: int = 256
    """Threads and processes together.  The kernel does not count those of the real root user:
    there, the filter denies processes, and the fork server ends a child of more threads."""
    file_size: int = 64 * MIB
    """Bytes per file."""
    output: int = 64 * KIB
    """Bytes of a check's output that are kept; more is cut, and costs nothing."""
    flood: int = 16 * MIB
    """Bytes of output that end a check.  A loop that prints a line per step stays below it."""

    def figures(self) -> dict[str, float]:
        """All limits by name, for a report."""
        return {name: float(getattr(self, name)) for name in self.__struct_fields__}


def apply(
    *,
    memory: int = 0,
    file_size: int = 0,
    processes: int = 0,
    cpu_seconds: int = 0,
    running: int = 0,
    on_gpu: bool = False,
) -> None:
    """Limit the current process for good: what is set here cannot be raised again.

    Args:
        memory: bytes beyond what is mapped now.  Then malloc fails: MemoryError, MXNetError.
        file_size: bytes per file.  Then writing fails with EFBIG: OSError.
        processes: threads and processes beyond `running`.  Then starting a thread fails.
        cpu_seconds: CPU time of this process from its fork on.  Then it is killed.
        running: what runs already under this user and counts against `processes`; see
            `tasks_of_user`.
        on_gpu: CUDA reserves addresses for all memory of the machine and of its GPUs, so there
            the limit on memory counts what is mapped to be written and not what is reserved.
    """
    # The default action of SIGXFSZ ends the process; Python ignores it, an embedder might not.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    if memory:
        kind = resource.RLIMIT_DATA if on_gpu else resource.RLIMIT_AS
        _limit(kind, _mapped(kind) + memory)
    if file_size:
        _limit(resource.RLIMIT_FSIZE, file_size)
    if processes and _linux() >= COUNTED_PER_NAMESPACE:
        _limit(resource.RLIMIT_NPROC, running + processes)
    if cpu_seconds:
        _limit(resource.RLIMIT_CPU, cpu_seconds)
    _limit(resource.RLIMIT_NOFILE, OPEN_FILES)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_MEMLOCK, 0)
    _limit(resource.RLIMIT_MSGQUEUE, 0)
    _limit(resource.RLIMIT_SIGPENDING, PENDING)
    _limit(resource.RLIMIT_RTPRIO, 0)  # a user of sound programs may have the right to more
    _limit(resource.RLIMIT_NICE, 0)


def tasks_of_user() -> int:
    """Threads of this process's user that /proc shows.

    RLIMIT_NPROC counts them all, a desktop's browser too, or else the first thread would find
    the limit reached.  Takes some 10 us per process: ask once per fork server.
    """
    user, tasks = os.getuid(), 0
    for path in Path("/proc").glob("[0-9]*/status"):
        fields = _status(path)
        if int(fields.get("Uid", "-1").split()[0]) == user:
            tasks += int(fields.get("Threads", "1"))
    return tasks


def threads(pid: int) -> int:
    """Threads of this process; 0 where /proc does not show it."""
    return int(_status(Path(f"/proc/{pid}/status")).get("Threads", "0"))


def _status(path: Path) -> dict[str, str]:
    try:
        lines = path.read_text(errors="replace").splitlines()
    except OSError:  # gone meanwhile
        return {}
    return dict(line.split(":", 1) for line in lines if ":" in line)


def _limit(kind: int, value: int) -> None:
    """Soft and hard alike, and never above what is allowed already."""
    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(kind, (value, value))


def _mapped(kind: int) -> int:
    """Bytes in use of what RLIMIT_AS counts, all addresses, or RLIMIT_DATA, those of private memory
    that can be written."""
    try:
        descriptor = os.open("/proc/self/statm", os.O_RDONLY)
    except OSError:  # a sandbox without /proc
        return _mapped_by_trial(kind)
    # Not Path.read_text: right after a fork, its layers cost a child 0.3 ms of copied pages.
    try:
        pages = os.read(descriptor, 100).split()[0 if kind == resource.RLIMIT_AS else 5]
    finally:
        os.close(descriptor)
    return int(pages) * resource.getpagesize()


def _mapped_by_trial(kind: int) -> int:
    """The same to within a MiB, without /proc: the lowest limit under which a page is granted."""
    soft, hard = resource.getrlimit(kind)
    low, high = 0, 1 << 47  # where addresses end
    if hard != resource.RLIM_INFINITY:
        high = min(high, hard)
    while high - low > MIB:
        middle = (low + high) // 2
        resource.setrlimit(kind, (middle, hard))
        try:
            mmap.mmap(-1, mmap.PAGESIZE, mmap.MAP_PRIVATE).close()
            high = middle
        except (OSError, MemoryError):
            low = middle
    resource.setrlimit(kind, (soft, hard))
    return high


def _linux() -> tuple[int, int]:
    major, minor = os.uname().release.split(".")[:2]
    return int(major), int("".join(filter(str.isdigit, minor.split("-")[0])) or 0)
