"""What a submission leaves running when its child has ended: daemons, children of children.

They must be gone before the next submission starts, which shares their user and /tmp.
"""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

from grader.sandbox import kernel

WALL = 0x40000000
"""__WALL: wait for children of every kind, those that clone() made to end silently too."""


def adopt_orphans() -> None:
    """Become the parent of every descendant whose own parent ends.

    Call it in the fork server before the first fork.  No descendant can then hide from
    `end_leftovers`: a process that daemonises twice arrives here, not at the system's init.
    """
    kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)


def end_leftovers(*, own_namespace: bool, seconds: float = 5.0) -> int:
    """Kill and reap every descendant of this process; how many there were.

    Call it after each child, whose exit status has been read: a child that still runs is a
    leftover like any other.  When nothing is left, it costs one system call.

    Args:
        own_namespace: whether bubblewrap made this process number 1 of its own pid namespace.
            Then one call kills all others at a stroke, so that no fork bomb outruns it.

    Raises:
        TimeoutError: something cannot be killed (it waits for a broken disk, say): give up this
            fork server and start a fresh one.
    """
    if own_namespace and os.getpid() != 1:
        raise ValueError("not in a pid namespace of its own: kill(-1) would end the whole session")
    ended, deadline = 0, time.monotonic() + seconds
    while True:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG | WALL)
        except ChildProcessError:  # no child, and orphans are children of this process
            return ended
        if pid:
            ended += 1
            continue
        if time.monotonic() > deadline:
            raise TimeoutError(f"{len(_children())} processes cannot be ended")
        if own_namespace:
            _kill(-1)
        else:
            for child in _children():
                _kill(child)
        time.sleep(0.0005)


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _children() -> list[int]:
    """Direct children only: their pids stay taken until they are reaped here.

    A grandchild's could have gone to an innocent process by the time of the kill; it arrives
    here as an orphan in the next round.
    """
    lists = Path("/proc/self/task").glob("*/children")
    found = [int(pid) for path in lists for pid in _text(path).split()]
    return found or _children_by_scan()


def _children_by_scan() -> list[int]:
    """For a kernel without CONFIG_PROC_CHILDREN."""
    me, found = str(os.getpid()), []
    for path in Path("/proc").glob("[0-9]*/stat"):
        # pid (name, with any character) state parent ...
        fields = _text(path).rpartition(")")[2].split()
        if fields[1:2] == [me]:
            found.append(int(path.parent.name))
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text(errors="replace")
    except OSError:  # it ended meanwhile
        return ""
