"""Keys as a terminal sends them."""

from __future__ import annotations

import os
import pty
import termios

from grader.watching.keys import Keys


def test_keys() -> None:
    """Letters, arrows, and an arrow that comes in two parts; then the terminal is as it was."""
    master, slave = pty.openpty()
    before = termios.tcgetattr(slave)
    with Keys(slave) as keys:
        read = []
        for sent in ("qN", "\x1b[A\x1bOB", "\x1b[6~", "\x1b", "[", "A", "\x1a", "é"):
            os.write(master, sent.encode())
            read.append(keys.read())
    assert termios.tcgetattr(slave) == before
    os.close(master)
    assert read == [["q", "n"], ["up", "down"], ["page down"], [], [], ["up"], ["\x1a"], ["é"]]
    os.close(slave)


def test_a_terminal_that_is_gone() -> None:
    """The end of all keys, and no error when it is given back."""
    master, slave = pty.openpty()
    with Keys(slave) as keys:
        os.close(master)
        assert keys.read() is None
    os.close(slave)
