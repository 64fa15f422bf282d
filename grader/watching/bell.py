"""What wakes a session that waits: other threads, and signals.

A signal is not acted upon where it strikes, which may be in the middle of a line: it becomes a byte
that the session reads when it has time (`signal.set_wakeup_fd`).
"""

from __future__ import annotations

import signal
import socket
from contextlib import suppress

from typing_extensions import Self

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_HEARD = (*ENDING, signal.SIGTSTP, signal.SIGWINCH)


class Bell:
    """Can be selected for reading; while it is entered, it hears signals too."""

    def __init__(self) -> None:
        self._ours, self._theirs = socket.socketpair()
        self._ours.setblocking(False)
        self._theirs.setblocking(False)

    def __enter__(self) -> Self:
        self._fd = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        # What was to be ignored stays so: `nohup`, and jobs in the background of a script.
        heard = [number for number in _HEARD if signal.getsignal(number) != signal.SIG_IGN]
        self._before = {number: signal.signal(number, _nothing) for number in heard}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._fd)

    def fileno(self) -> int:
        """The descriptor that becomes readable."""
        return self._ours.fileno()

    def ring(self) -> None:
        """Wake whoever waits; from any thread."""
        with suppress(BlockingIOError):  # full: it rings already
            self._theirs.send(b"\0")

    def heard(self) -> set[int]:
        """The numbers of the signals since the last time."""
        try:
            return set(self._ours.recv(4096)) - {0}
        except BlockingIOError:
            return set()


def _nothing(number: int, frame: object) -> None:
    """A handler has to be there for the signal's byte to be written."""
