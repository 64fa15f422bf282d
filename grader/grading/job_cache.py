"""What references and mistakes answered before, kept on disk: for the practice seed and a class's.

A job's answers depend on the job and on the code that runs it, and on nothing else; so they are
filed under a hash of both.  The cache lies in the user's cache folder, which no sandbox shows (the
environment's folder they do show); where that cannot be written, nothing is kept.  Only the judge
reads or writes it.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import platform
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import IO

import msgspec

from grader.devices.libraries import mxnet_version
from grader.worker.client import JobResult
from grader.worker.conversation import End
from grader.worker.protocol import Job

_KEPT_SECONDS = 30 * 24 * 3600
"""After which a class has been graded, its seed is of no use any more; and the practice seed's
answers are soon worked out again.  A class of the whole course takes 200 MB."""
_PATIENCE = 20.0
"""Seconds for which a process waits for another that runs the same job.  That takes a few, with the
start of a worker some more; but one that was suspended never ends."""
_LOOK = 0.05
"""Seconds between two looks whether it has ended."""
_PACKAGE = Path(__file__).resolve().parents[1]


_RUN = msgspec.msgpack.Decoder(JobResult)
"""Made here, once: two threads that work out at once what the type holds may crash."""


class JobCache:
    """Runs of reference jobs, by content."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or _cache() / "gluon-grader"
        self._tidied = False

    def find(self, job: Job) -> JobResult | None:
        """What the job answered before, or None."""
        try:
            return _RUN.decode(self._path(job).read_bytes())
        except (OSError, msgspec.DecodeError):
            return None

    def answer(self, job: Job, run: Callable[[], JobResult], closing: threading.Event) -> JobResult:
        """What the job answers: found, or else run and kept.

        Who asks while another process runs the same job waits for it, but not for ever, and not
        once nobody wants the answer: the stations of a class all want the same answers at the same
        time.
        """
        with self._alone(job, closing):
            if known := self.find(job):
                return known
            done = run()
            self._keep(job, done)
            return done

    @contextmanager
    def _alone(self, job: Job, closing: threading.Event) -> Iterator[None]:
        path = self._path(job)
        lock = path.with_name(f".{path.name}.lock")
        with ExitStack() as held:
            with suppress(OSError):  # where nothing can be kept, there is nothing to wait for
                self._lay_out(path.parent)
                _lock(held.enter_context(lock.open("wb")), closing)
                # Whoever finds another lock in its place finds the answer too.
                held.callback(lock.unlink, missing_ok=True)
            yield

    def _keep(self, job: Job, run: JobResult) -> None:
        """File the run, if it ended well."""
        if run.end is not End.ANSWERED or any(t.end is not End.ANSWERED for t in run.takes):
            return
        path = self._path(job)
        partial = path.with_name(f".{path.name}.{os.getpid()}")
        with suppress(OSError):
            self._lay_out(path.parent)
            partial.write_bytes(msgspec.msgpack.encode(run))
            partial.replace(path)

    def _lay_out(self, edition: Path) -> None:
        if not self._tidied:
            self._tidied = True
            self._forget_old()
        edition.mkdir(parents=True, exist_ok=True)

    def _forget_old(self) -> None:
        """Remove what was kept long ago, of this edition of the code and of others."""
        for path in self._folder.glob("*/*"):
            with suppress(OSError):  # another process has removed it
                if time.time() - path.stat().st_mtime > _KEPT_SECONDS:
                    path.unlink()
        for edition in self._folder.glob("*"):
            with suppress(OSError):  # there is more in it
                edition.rmdir()

    def _path(self, job: Job) -> Path:
        digest = hashlib.sha256(msgspec.msgpack.encode(job)).hexdigest()[:32]
        return self._folder / _edition() / f"{job.exercise}-{digest}"


def _lock(file: IO[bytes], closing: threading.Event) -> None:
    """Wait until nobody else holds it.  Raises BlockingIOError where that takes too long."""
    for _ in range(int(_PATIENCE / _LOOK)):
        with suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        if closing.wait(_LOOK):
            break
    raise BlockingIOError


def _cache() -> Path:
    """The user's cache folder; of who has no home, one that nobody can write into."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        return Path(os.devnull)


@cache
def _edition() -> str:
    """A hash of what answers depend on beside the job: the code that runs it, and what that stands
    on."""
    digest = hashlib.sha256()
    code = f"{mxnet_version()} {version('numpy')} {platform.python_version()} {platform.machine()}"
    digest.update(code.encode())
    for folder in ("worker", "course", "judge"):
        for path in sorted((_PACKAGE / folder).glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
