"""What a child leaves running is found and ended, however well it hides."""

# Processes, not files.
# ruff: noqa: PTH110

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING, Any

import pytest

from grader.sandbox import adopt_orphans, end_leftovers
from grader.sandbox.leftovers import _children, _children_by_scan

if TYPE_CHECKING:
    from tests.sandbox.conftest import InChild


def daemonise(writing: int) -> None:
    """Leave behind a process that has left its parent, group and session, and ignores signals."""
    if os.fork():
        return
    os.setsid()
    if os.fork():
        os._exit(0)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    os.write(writing, b"%d\n" % os.getpid())
    time.sleep(600)


def test_daemons_are_ended(in_child: InChild) -> None:
    """Daemons that a child made are gone once it was cleaned up after; nothing is left to wait."""

    def server() -> list[Any]:
        adopt_orphans()
        reading, writing = os.pipe()
        if os.fork() == 0:
            for _ in range(3):
                daemonise(writing)
            os._exit(0)
        os.wait()
        pids: list[int] = []
        while len(pids) < 3:
            pids += [int(word) for word in os.read(reading, 100).split()]
        ended = end_leftovers(own_namespace=False)
        alive = [pid for pid in pids if os.path.exists(f"/proc/{pid}")]
        return [ended >= 3, alive, end_leftovers(own_namespace=False)]

    assert in_child(server).value == [True, [], 0]


def test_a_family_of_forks_is_ended(in_child: InChild) -> None:
    """Four generations that fork while they are being killed do not outrun it."""

    def server() -> list[int]:
        adopt_orphans()
        reading, writing = os.pipe()
        if os.fork() == 0:
            for _ in range(4):
                os.fork()
            os.write(writing, b"x")
            while True:
                if os.fork() == 0:
                    time.sleep(0.02)
                    os._exit(0)
                time.sleep(0.01)
        begun = 0
        while begun < 16:
            begun += len(os.read(reading, 16))
        return [int(end_leftovers(own_namespace=False) >= 16), end_leftovers(own_namespace=False)]

    assert in_child(server).value == [1, 0]


def test_a_stopped_child_is_ended(in_child: InChild) -> None:
    """A child that stopped itself, and still runs by its exit status, is a leftover too."""

    def server() -> int:
        adopt_orphans()
        if os.fork() == 0:
            os.kill(os.getpid(), signal.SIGSTOP)
        return end_leftovers(own_namespace=False)

    assert in_child(server).value == 1


def test_only_children_are_listed(in_child: InChild) -> None:
    """Both ways to list children agree, and know the process itself to be none of them."""

    def server() -> list[bool]:
        child = os.fork()
        if child == 0:
            time.sleep(600)
        found = [_children() == [child], _children_by_scan() == [child]]
        os.kill(child, signal.SIGKILL)
        return found

    assert in_child(server).value == [True, True]


def test_killing_all_needs_a_namespace() -> None:
    """Outside of a pid namespace of its own, kill(-1) would end the user's session: refused."""
    if os.getpid() == 1:
        pytest.skip("these tests are process 1 themselves")
    with pytest.raises(ValueError, match="not in a pid namespace"):
        end_leftovers(own_namespace=True)
