"""What each child pays for its limits and its system call filter."""

from __future__ import annotations

import os
import statistics
import struct
import time
from collections.abc import Callable

from benchmarks.measuring import Figure
from grader import sandbox

LIMITS = sandbox.Limits()


def measure(*, rounds: int) -> list[Figure]:
    """In forks of this process, as a child of the fork server does it; the fork is not counted."""
    filter_ = sandbox.find_seccomp()
    running = sandbox.tasks_of_user()

    def limit() -> None:
        sandbox.apply(
            memory=LIMITS.memory,
            file_size=LIMITS.file_size,
            processes=LIMITS.processes,
            cpu_seconds=60,
            running=running,
        )

    figures = [Figure("rlimits, in each child", _median(limit, rounds), "ms")]
    if isinstance(filter_, sandbox.Seccomp):
        figures.append(Figure("seccomp, in each child", _median(filter_.install, rounds), "ms"))
    return figures


def _median(action: Callable[[], None], rounds: int) -> float:
    return statistics.median(_in_a_fork(action) for _ in range(rounds))


def _in_a_fork(action: Callable[[], None]) -> float:
    """The milliseconds that `action` takes in a fresh child, which ends after it."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            began = time.perf_counter()
            action()
            os.write(writer, struct.pack("d", 1000 * (time.perf_counter() - began)))
        finally:
            os._exit(0)
    os.close(writer)
    told = os.read(reader, 64)
    os.close(reader)
    os.waitpid(child, 0)
    return float(struct.unpack("d", told)[0])
