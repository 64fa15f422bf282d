"""The time that a child had.

A machine that was suspended, or too busy to run the judge, did not run the child either.  So the
judge looks at the clock again and again, and what lies between two looks counts as no more than it
would on a machine with time for both.
"""

from __future__ import annotations

import time

LOOK = 0.25
"""Seconds: whoever waits looks again after so many."""
_MOST = 2 * LOOK
"""Counted between two looks."""


class Stopwatch:
    """Counts seconds from its making or its restart on."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Count from zero."""
        self._seconds = 0.0
        self._seen = time.monotonic()

    def look(self) -> float:
        """The seconds so far."""
        now = time.monotonic()
        self._seconds += min(now - self._seen, _MOST)
        self._seen = now
        return self._seconds
