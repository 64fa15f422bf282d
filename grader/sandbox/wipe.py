"""Emptying what a submission could write, whatever it left there."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

BATCH = 64
"""Entries between two looks at the clock."""
PASSES = 3
"""A directory that changes while it is read may skip an entry; the next pass meets it."""


class _OutOfTime(Exception):
    pass


def wipe(folder: Path, *, seconds: float = 5.0) -> bool:
    """Remove everything in `folder`, which stays; whether it is empty now, and tells nothing
    of when it was used last.

    Made for hostile trees: ten thousand folders inside each other (longer than any path may be,
    deeper than any recursion), names that are no text, folders without permissions, links to
    other places (never followed).  If False, give up this fork server and with it its /tmp.

    What is mounted in `folder` stays: bubblewrap put it there.  Nothing of the submission may
    run any more; see `leftovers`.
    """
    top = os.fsencode(os.path.realpath(folder))
    os.chmod(top, 0o700)
    deadline = time.monotonic() + seconds
    try:
        return any(_Pass(top, deadline).empties() for _ in range(PASSES))
    except _OutOfTime:
        return False
    finally:
        os.utime(top, (0, 0))


class _Pass:
    """One pass over the folder.  All paths are bytes: names need not be text."""

    def __init__(self, top: bytes, deadline: float) -> None:
        self.top = top
        self.device = os.lstat(top).st_dev
        self.deadline = deadline
        self.prefix = b"wipe-" + os.urandom(8).hex().encode()  # so that no name is taken
        self.steps = 0
        self.failures = 0

    def empties(self) -> bool:
        """Whether everything could be removed.

        A tree is flattened rather than descended: each folder's own folders are moved up to
        the top, where their paths are short, and wait there for their turn.
        """
        waiting = self._take_out(self.top)
        while waiting:
            folder = waiting.pop()
            waiting += self._take_out(folder)
            self._try(os.rmdir, folder)
        return not self.failures

    def _take_out(self, folder: bytes) -> list[bytes]:
        """Unlink the files in `folder`; where its folders are now."""
        folders: list[bytes] = []
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    self._tick()
                    if not entry.is_dir(follow_symlinks=False):
                        if not self._is_mounted(entry):
                            self._try(os.unlink, entry.path)
                    elif not self._is_mounted(entry):
                        folders.append(self._move_up(entry.path))
        except OSError:
            self.failures += 1
        return folders

    def _is_mounted(self, entry: os.DirEntry[bytes]) -> bool:
        return entry.stat(follow_symlinks=False).st_dev != self.device

    def _move_up(self, folder: bytes) -> bytes:
        # Moving a folder writes its "..", and reading it comes next: both need permission.
        self._try(lambda path: os.chmod(path, 0o700), folder)
        if os.path.dirname(folder) == self.top:
            return folder
        target = os.path.join(self.top, b"%s-%d" % (self.prefix, self.steps))
        self._try(lambda path: os.rename(path, target), folder)
        return target

    def _try(self, action: Callable[[bytes], None], path: bytes) -> None:
        try:
            action(path)
        except OSError:
            self.failures += 1

    def _tick(self) -> None:
        self.steps += 1
        if self.steps % BATCH == 0 and time.monotonic() > self.deadline:
            raise _OutOfTime
