"""The judge's end: a warm worker, and jobs that go on after a crash, a time-out or a flood."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec

from grader.failure import InnocentError
from grader.sandbox import Isolation, Limits
from grader.worker import server
from grader.worker.conversation import Conversation, End, TakeResult
from grader.worker.listener import Listener, WorkerLost
from grader.worker.program import compiled
from grader.worker.protocol import Job, Loaded

_PACKAGE = Path(__file__).resolve().parents[1]
ENVIRONMENT = {
    # Operators run in the thread that calls them: an error is raised at the line that caused it,
    # a fork has no threads to mend, and the same seed gives the same numbers.
    "MXNET_ENGINE_TYPE": "NaiveEngine",
    # Each operator by itself: a graph's would be joined to segments, whose names the profiler cuts.
    "MXNET_EXEC_BULK_EXEC_INFERENCE": "0",
    "MXNET_EXEC_BULK_EXEC_TRAIN": "0",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    # MXNet for CUDA would else count the GPUs at the first backward pass, on a CPU too: where none
    # is to be seen that fails, and a process that has begun with CUDA has forks that cannot.
    "MXNET_CUDA_LIB_CHECKING": "0",
    "MXNET_CUDNN_LIB_CHECKING": "0",
    # MXNet asks for distutils; setuptools' copy is slower to load, and needed from 3.12 on only.
    **({"SETUPTOOLS_USE_DISTUTILS": "stdlib"} if sys.version_info < (3, 12) else {}),
}
"""What MXNet is told before it is imported."""
_WRITABLE = 256 * 2**20
"""Bytes of the private /tmp; it is memory."""
_START_SECONDS = 120.0
"""An import from a cold, slow disk may take this long; a worker that takes longer is broken."""


class WorkerFailed(InnocentError):
    """The worker itself cannot run; never a submission's fault."""


@dataclass(frozen=True)
class JobResult:
    """One job's outcome.  `loaded` is None if loading the file did not end well (`end`)."""

    loaded: Loaded | None
    end: End
    detail: str
    output: str
    takes: list[TakeResult]


_TOKEN = 16
"""Random bytes with which each reply of a child begins."""
_LEAST_SHARE = 0.1
"""Of its time that a take has, however many timed out before it."""
_BY_DEMONSTRATIONS = (End.TIMED_OUT, End.FLOODED)
"""How the loading of a file ends where a demonstration below right work is one long call of C,
which nothing in the child can stop, or prints for ever.  It is loaded again without."""


class Worker:
    """One fork server in its sandbox; runs one job at a time and starts again when damaged."""

    def __init__(self, isolation: Isolation, limits: Limits) -> None:
        self._isolation = isolation
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._log: IO[bytes] | None = None
        self._scratch = ""
        self._ready = False
        self._closed = False
        self._starting = threading.Lock()
        self._running = threading.Lock()

    def start(self) -> None:
        """Begin to start; returns at once, while MXNet is being imported.

        Raises WorkerFailed where this machine has no room for it, and after `close`, which another
        thread may have called.
        """
        with self._starting:
            if self._closed:
                raise WorkerFailed("the worker was closed")
            self._end()
            try:
                self._begin()
            except OSError as error:
                raise WorkerFailed(f"the worker did not start: {error}") from None

    def _begin(self) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._ready = False
        self._scratch = "" if self._isolation.contained else tempfile.mkdtemp(prefix="grader-")
        self._log = tempfile.TemporaryFile()  # noqa: SIM115  (closed by close)
        arguments = [sys.executable, "-I", "-m", "grader.worker.server", str(theirs.fileno())]
        arguments += ["/tmp", "contained"] if self._isolation.contained else [self._scratch]
        with theirs:
            command, environment = self._isolation.command(
                arguments,
                readable=[_PACKAGE],
                writable_bytes=_WRITABLE,
                environment=ENVIRONMENT,
            )
            self._process = subprocess.Popen(
                command,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=self._log,
                stderr=self._log,
                env=environment,
                start_new_session=True,
            )

    def run(self, job: Job, limits: Limits | None = None) -> JobResult:
        """Run the job; after a crash, a time-out or a flood the next take gets a new child."""
        with self._running:
            return self._run(job, limits or self._limits)

    def _run(self, job: Job, limits: Limits) -> JobResult:
        job = msgspec.structs.replace(
            job,
            program=compiled(job.checks),
            checks="",
            memory=limits.memory,
            file_size=limits.file_size,
            processes=limits.processes,
            cpu_seconds=int(limits.seconds * (len(job.takes) + 2)) + 1,
            seconds=limits.seconds,
        )
        results: list[TakeResult] = []
        first: Conversation | None = None
        while len(results) < len(job.takes) or first is None:
            rest = msgspec.structs.replace(job, takes=job.takes[len(results) :])
            said = self._reach_submission(rest, _hurried(limits, results))
            if said.loaded is None and said.end in _BY_DEMONSTRATIONS and not job.bare:
                job = msgspec.structs.replace(job, bare=True)
                continue
            first = first or said
            results += said.results
            if said.loaded is None or said.loaded.failure:
                results += [
                    TakeResult(take, End.NOT_RUN if said.loaded else said.end, detail=said.detail)
                    for take in job.takes[len(results) :]
                ]
        end = End.ANSWERED if first.loaded else first.end
        return JobResult(first.loaded, end, first.detail, first.load_output, results)

    def close(self) -> None:
        """End the worker and everything in its sandbox, for good."""
        with self._starting:
            self._closed = True
            if self._control:
                with suppress(OSError):
                    self._control.shutdown(socket.SHUT_RDWR)  # wakes a thread that listens to it
            if self._process:
                _kill(self._process)
        with self._running:  # not before that thread has left: it may be looking at the socket
            self._end()

    def _end(self) -> None:
        if self._control:
            self._control.close()
        if self._process:
            _kill(self._process)
            self._process.wait()
        if self._log:
            self._log.close()
        if self._scratch:
            shutil.rmtree(self._scratch, ignore_errors=True)
        self._control = self._process = self._log = None

    def _await_ready(self) -> socket.socket:
        if self._control is None or self._process is None:
            self.start()
        assert self._control is not None
        if not self._ready:
            self._control.settimeout(_START_SECONDS)
            try:
                word = self._control.recv(16)
            except TimeoutError:
                word = b""
            if word != server.READY:
                raise WorkerFailed(f"the worker did not start: {self._last_words()}")
            self._ready = True
        return self._control

    def _last_words(self) -> str:
        if self._log is None:
            return ""
        self._log.seek(0)
        text = self._log.read().decode(errors="replace")
        return text[-2000:].strip() or "it said nothing"

    def _reach_submission(self, job: Job, limits: Limits) -> Conversation:
        """Talk to a child that comes as far as the submission; a worker whose child does not is
        replaced once.  Raises WorkerFailed.

        So is one that is gone: where memory runs out, the kernel may kill what never took any.
        The takes are run anew, and what ends a second worker has done it itself.
        """
        said = self._converse(job, limits)
        if not said.ready and not said.lost:
            self.start()
        if said.lost or not said.ready:
            said = self._converse(job, limits)
        if not said.ready:
            raise WorkerFailed(
                f"a child ended before it ran anything: {said.detail}\n{said.load_output}".rstrip()
            )
        return said

    def _converse(self, job: Job, limits: Limits) -> Conversation:
        """Give the job to one child and listen until it ends."""
        try:
            ours, theirs = socket.socketpair()
            reader, writer = os.pipe()
        except OSError as error:
            raise WorkerFailed(f"no child can be talked to: {error}") from None
        said = Conversation(job.takes)
        job = msgspec.structs.replace(job, token=secrets.token_bytes(_TOKEN))
        with ours, open(reader, "rb", buffering=0):
            try:
                with theirs:
                    control = self._hand_over(job, theirs.fileno(), writer)
            finally:
                os.close(writer)
            try:
                Listener(said, ours, reader, control, limits).listen(job)
            except WorkerLost:
                self.start()
        return said

    def _hand_over(self, job: Job, *descriptors: int) -> socket.socket:
        """Have the server fork a child with these; a worker that is gone is replaced once."""
        message = server.JOB + job.processes.to_bytes(4, "big")
        for last in (False, True):
            control = self._await_ready()
            try:
                socket.send_fds(control, [message], list(descriptors))
            except OSError as error:
                if last:
                    raise WorkerFailed(f"the worker is gone: {error}") from None
                self.start()
            else:
                return control
        raise AssertionError


def _hurried(limits: Limits, results: Sequence[TakeResult]) -> Limits:
    """Half as long for a take after each that timed out: a loop that never ends in a stub hangs
    every check of an exercise."""
    late = sum(result.end is End.TIMED_OUT for result in results)
    share = max(0.5**late, _LEAST_SHARE)
    return msgspec.structs.replace(limits, seconds=share * limits.seconds)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the worker with all of its group: a bubblewrap that is killed in its first moments leaves
    a child behind that waits for it."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
