"""rlimits: each is met as an error that Python can report, and none can be raised."""

from __future__ import annotations

import errno
import mmap
import os
import resource
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from grader.sandbox import Limits, apply, drop_capabilities, tasks_of_user, threads
from grader.sandbox.limits import MIB, OPEN_FILES, _mapped, _mapped_by_trial

if TYPE_CHECKING:
    from tests.sandbox.conftest import InChild

NOBODY = 65534


def test_defaults() -> None:
    """The defaults are those that the README states."""
    assert Limits() == Limits(
        seconds=10,
        memory=4 << 30,
        processes=256,
        file_size=64 << 20,
        output=64 << 10,
        flood=16 << 20,
    )


def test_memory(in_child: InChild) -> None:
    """Asking for more than is left raises MemoryError, and smaller wishes are still granted."""

    def attempt() -> list[Any]:
        apply(memory=64 * MIB)
        small = len(bytearray(16 * MIB))
        try:
            return [small, len(bytearray(128 * MIB))]
        except MemoryError:
            return [small, "MemoryError"]

    assert in_child(attempt).value == [16 * MIB, "MemoryError"]


def test_memory_on_a_gpu(in_child: InChild) -> None:
    """CUDA reserves more addresses than there is memory; only what can be written counts."""

    def attempt() -> list[Any]:
        apply(memory=64 * MIB, on_gpu=True)
        reserved = mmap.mmap(-1, 1 << 40, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=0)
        small = len(bytearray(16 * MIB))
        try:
            return [len(reserved), small, len(bytearray(128 * MIB))]
        except MemoryError:
            return [len(reserved), small, "MemoryError"]

    assert in_child(attempt).value == [1 << 40, 16 * MIB, "MemoryError"]


def test_file_size(in_child: InChild, folder: Path) -> None:
    """A file that grows too long is an OSError, not the end of the process."""

    def attempt() -> int | None:
        apply(file_size=MIB)
        try:
            (folder / "long").write_bytes(bytes(2 * MIB))
        except OSError as error:
            return error.errno
        return None

    assert in_child(attempt).value == errno.EFBIG


def test_threads(in_child: InChild) -> None:
    """No more threads than allowed start, however many the user runs elsewhere."""

    def attempt() -> int:
        if os.getuid() == 0:  # whose threads the kernel does not count
            os.setresuid(NOBODY, NOBODY, NOBODY)
        apply(processes=5, running=tasks_of_user())
        release, started = threading.Event(), 0
        try:
            while started < 50:
                threading.Thread(target=release.wait, daemon=True).start()
                started += 1
        except RuntimeError:
            pass
        release.set()
        return started

    assert 1 <= in_child(attempt).value <= 5


def test_threads_are_counted_from_outside() -> None:
    """As they come and go; of a process that is gone there are none."""
    before, release = threads(os.getpid()), threading.Event()
    waiting = [threading.Thread(target=release.wait) for _ in range(3)]
    for thread in waiting:
        thread.start()
    assert threads(os.getpid()) == before + 3
    release.set()
    assert threads(2**22) == 0
    for thread in waiting:
        thread.join()


def test_cpu_time(in_child: InChild) -> None:
    """A loop that nothing else stops is killed by the kernel."""

    def attempt() -> None:
        apply(cpu_seconds=1)
        while True:
            pass

    assert in_child(attempt).signal == signal.SIGKILL


def test_open_files(in_child: InChild) -> None:
    """Descriptors run out at the stated number."""

    def attempt() -> list[int | None]:
        apply()
        try:
            while True:
                last = os.open("/dev/null", os.O_RDONLY)
        except OSError as error:
            return [last, error.errno]

    last, error = in_child(attempt).value
    assert (last < OPEN_FILES, error) == (True, errno.EMFILE)


def test_limits_cannot_be_raised(in_child: InChild) -> None:
    """Not even by root, who has given up the capability."""
    kinds = ("AS", "FSIZE", "NPROC", "CPU", "NOFILE", "CORE", "MEMLOCK", "MSGQUEUE")

    def attempt() -> list[str]:
        drop_capabilities()
        apply(memory=MIB * 100, file_size=MIB, processes=99, cpu_seconds=9)
        raised = []
        for kind in kinds:
            number = getattr(resource, f"RLIMIT_{kind}", 12)  # 12: RLIMIT_MSGQUEUE
            soft, _ = resource.getrlimit(number)
            try:
                resource.setrlimit(number, (soft + 1, soft + 1))
                raised.append(kind)
            except ValueError:
                pass
        return raised

    assert in_child(attempt).value == []


@pytest.mark.parametrize("kind", [resource.RLIMIT_AS, resource.RLIMIT_DATA])
def test_mapped_without_proc(in_child: InChild, kind: int) -> None:
    """Without /proc, what is in use is found by trial, to within a MiB or two."""
    assert in_child(lambda: abs(_mapped_by_trial(kind) - _mapped(kind)) < 2 * MIB).value is True
