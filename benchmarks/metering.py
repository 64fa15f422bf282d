"""What a command costs with all its processes: seconds, CPU seconds and memory.

`python -m benchmarks.metering REPORT COMMAND...` runs the command and writes what it measured.  It
is a process of its own because it must be the one that inherits the command's orphans: a worker in
its sandbox is killed and not waited for, and the CPU time of a process is added only to that of
the one that waits for it.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from grader.sandbox import adopt_orphans

_INTERVAL = 0.5
"""Seconds between two looks at the memory; each costs a few milliseconds."""
_PATIENCE = 30.0
"""Seconds in which the last process must have ended after the command has."""


class Metered(msgspec.Struct, frozen=True):
    """What one run of a command cost."""

    seconds: float
    cpu: float
    """User and system time of all processes together, in seconds."""
    memory: int
    """The most resident bytes of all processes together, at any look.  Forks of a worker are left
    out: they live for one job, and share what they have with the worker."""


def meter(command: Sequence[object], settings: Mapping[str, str], report: Path) -> Metered:
    """Run the command in the environment `settings`, by way of the file `report`.

    Raises SystemExit with the command's last words where it fails.
    """
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.metering", report, *map(str, command)],
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{command}: {(done.stderr + done.stdout).strip()[-800:]}")
    return msgspec.json.decode(report.read_bytes(), type=Metered)


def main() -> None:
    """Run the command in the arguments, and measure."""
    report, *command = sys.argv[1:]
    adopt_orphans()
    began = time.perf_counter()
    process = subprocess.Popen(command)
    peak = Peak()
    watching = threading.Thread(target=peak.watch, daemon=True)
    watching.start()
    status = process.wait()
    seconds = time.perf_counter() - began
    peak.ended.set()
    watching.join()
    _wait_for_orphans()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    measured = Metered(seconds, used.ru_utime + used.ru_stime, peak.bytes)
    Path(report).write_bytes(msgspec.json.encode(measured))
    sys.exit(status)


class Peak:
    """The most memory that the processes below this one had."""

    def __init__(self) -> None:
        self.bytes = 0
        self.ended = threading.Event()

    def watch(self) -> None:
        """Look again and again, until it has ended."""
        while not self.ended.wait(_INTERVAL):
            self.bytes = max(self.bytes, sum(_resident(pid) for pid in _descendants(os.getpid())))


def _descendants(root: int) -> Iterator[int]:
    """Processes below `root`, but for forks that run what their parent runs."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (stat := _read(entry / "stat")):
            parent = int(stat.rpartition(b")")[2].split()[1])
            children.setdefault(parent, []).append(int(entry.name))
    waiting = [root]
    while waiting:
        parent = waiting.pop()
        for child in children.get(parent, []):
            waiting.append(child)
            if _read(Path(f"/proc/{child}/cmdline")) != _read(Path(f"/proc/{parent}/cmdline")):
                yield child


def _resident(pid: int) -> int:
    words = _read(Path(f"/proc/{pid}/statm")).split()
    return int(words[1]) * resource.getpagesize() if words else 0


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # the process has ended
        return b""


def _wait_for_orphans() -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.01)
        except ChildProcessError:
            return
    raise SystemExit("processes of the command are left, so its CPU time is not known")


if __name__ == "__main__":
    main()
