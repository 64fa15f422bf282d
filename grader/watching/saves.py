"""What was saved, once it has settled.

watchfiles says when to look; what counts is the look at the files that a submission is read from.
An editor empties a file before it writes it, or moves another in its place, and leaves locks and
backups beside it: so nothing is read before the files have stayed as they are for a moment.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event

from watchfiles import Change, watch

from grader.submission import Submission, SubmissionError, Wanted, read
from grader.submission.folder import handed_out, members
from grader.submission.source import Refused, is_code

_STEP_MS, _DEBOUNCE_MS = 10, 50
"""How often watchfiles looks at what the kernel told, and for how long it collects.  Its own 50 and
1,600 are made for restarting a server; they would be most of the time to a verdict."""
_ANYWAY_MS = 500
"""Between looks that no event asked for: network folders send none, nor does a folder that was
deleted and made again between two looks."""
_QUIET = 0.03
"""Seconds without a change after which files count as saved; an editor's writes follow each other
in less than a millisecond."""
_QUIET_IF_LESS = 0.3
"""The same where a file is empty or gone: most likely it is about to be written."""
_LOOKS = 0.005
_LONGEST = 2.0
"""Seconds after which files are read even though they still change."""

_Look = dict[str, tuple[int, int, int]]
"""When each file was written, in nanoseconds, its bytes and its inode."""


def saves(
    path: Path, wanted: Sequence[Wanted], stop: Event
) -> Iterator[Submission | SubmissionError]:
    """Yield `path` as it is now, and again after each change, until `stop` is set.

    While it cannot be read, the sentence that says why stands in its place.  To stop takes
    `_STEP_MS`.
    """
    seen: _Look | None = None
    exercises = {asked.id for asked in wanted}
    for number, _ in enumerate(_occasions(path, stop)):
        found = _settled(path, exercises, seen, stop)
        if stop.is_set():
            return
        if number and found == seen:
            continue
        seen = found
        try:
            yield read(path, wanted)
        except SubmissionError as error:
            yield error


def _occasions(path: Path, stop: Event) -> Iterator[None]:
    """Whenever something may have changed; first at once."""
    yield
    while not stop.is_set():
        folder = path if path.is_dir() else path.parent
        try:
            # Not what lies deeper: a folder of data or an environment may have a million files.
            for changes in watch(
                folder,
                watch_filter=_concerns(folder),
                debounce=_DEBOUNCE_MS,
                step=_STEP_MS,
                rust_timeout=_ANYWAY_MS,
                yield_on_timeout=True,
                stop_event=stop,
                recursive=False,
                raise_interrupt=False,
            ):
                yield
                if not folder.exists() or any(Path(name) == folder for _, name in changes):
                    break  # the kernel forgets what it was to tell about a deleted folder
        except (
            OSError,
            RuntimeError,
        ):  # it is not there, or not readable; watchfiles raises either
            stop.wait(_ANYWAY_MS / 1000)
            yield


def _concerns(folder: Path) -> Callable[[Change, str], bool]:
    """Passes on what happens to code, and to the folder itself."""
    return lambda _, name: is_code(name) or Path(name) == folder


def _settled(path: Path, exercises: set[str], before: _Look | None, stop: Event) -> _Look | None:
    """The look of the files once they have stayed so for a moment; None if `path` is not there."""
    found = _look(path, exercises)
    if found == before and before is not None:
        return found
    began = since = time.monotonic()
    while not stop.wait(_LOOKS):
        now = time.monotonic()
        again = _look(path, exercises)
        if again != found:
            found, since = again, now
        quiet = _QUIET_IF_LESS if _less(found, before) else _QUIET
        if now - since >= quiet or now - began >= _LONGEST:
            break
    return found


def _less(found: _Look | None, before: _Look | None) -> bool:
    """Whether files are empty or gone that were not before."""
    full = {name for name, (_, size, _) in (before or {}).items() if size}
    return not full <= {name for name, (_, size, _) in (found or {}).items() if size}


def _look(path: Path, exercises: set[str]) -> _Look | None:
    """Every file that a submission at `path` is read from, for these exercises or others."""
    try:
        if not path.is_dir():
            return {path.name: _figures(path)}
        names = [name for name in members(path, exercises | handed_out(path)) if is_code(name[-1])]
    except (OSError, Refused):
        return None
    look: _Look = {}
    for name in names:
        try:
            look["/".join(name)] = _figures(path.joinpath(*name))
        except OSError:  # gone meanwhile, or a link to nothing
            look["/".join(name)] = (0, 0, 0)
    return look


def _figures(path: Path) -> tuple[int, int, int]:
    found = os.stat(path)  # noqa: PTH116  (half the time of Path.stat; it runs for every file)
    return found.st_mtime_ns, found.st_size, found.st_ino
