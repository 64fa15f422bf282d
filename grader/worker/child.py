"""What a forked child does: read one job, shut itself in, run one side, answer, end.

It never returns to the server's code and ends without running anybody's exit handlers.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import traceback
from pathlib import Path
from types import ModuleType

from msgspec.structs import replace

from grader import sandbox
from grader.course import Exercise
from grader.worker import absent_gpu, callers, streams, surroundings, wire
from grader.worker.probe import Side
from grader.worker.program import load_exercise
from grader.worker.protocol import TOO_LARGE, Answer, Began, Failure, Job, Ready, Reply

_exit = os._exit
_fstat = os.fstat
_receive = socket.socket.recv
_sendall = socket.socket.sendall
_ours: dict[str, ModuleType] = {}
_CRASHES = (signal.SIGSEGV, signal.SIGBUS, signal.SIGFPE, signal.SIGILL, signal.SIGABRT)


def prepare() -> None:
    """Learn of the grader's own modules and of MXNet's operators and kind; once, in the process
    that forks.

    A child that looks through all modules, or takes some apart, copies a MiB of pages.
    """
    names = [name for name in sys.modules if name.partition(".")[0] == "grader"]
    _ours.update({name: sys.modules[name] for name in names})
    sys.breakpointhook = _go_on  # one that was left in stops nothing: nobody can type here
    absent_gpu.built_for_cuda()
    callers.prepare()


def main(connection: socket.socket, output: int, folder: Path, running: int) -> None:
    """Serve one job from `connection` in `folder`, with stdout and stderr going to `output`."""
    try:
        streams.redirect(output)
        for crash in _CRASHES:  # MXNet's own handlers would turn a crash into an exit status
            signal.signal(crash, signal.SIG_DFL)
        os.chdir(folder)
        job = wire.receive_job(connection)
        sandbox.apply(
            memory=job.memory,
            file_size=job.file_size,
            processes=job.processes,
            cpu_seconds=job.cpu_seconds,
            running=running,
            on_gpu=job.on_gpu,
        )
        filter_ = sandbox.find_seccomp(on_gpu=job.on_gpu)
        if isinstance(filter_, sandbox.Seccomp):
            filter_.install()
        _serve(job, connection)
    except BaseException:
        traceback.print_exc()
        streams.flush()
    finally:
        _exit(0)


def _serve(job: Job, connection: socket.socket) -> None:
    exercise = load_exercise(job.program)
    for name in _ours:  # a submission that imports the grader gets a copy of its own
        sys.modules.pop(name, None)
    with surroundings.of(exercise, job):
        _run(exercise, job, connection)


def _run(exercise: Exercise, job: Job, connection: socket.socket) -> None:
    line = _Line(connection, job.token)
    job = replace(job, token=b"")
    line.send(Ready())
    side = Side(exercise, job)
    streams.flush()
    line.send(side.loaded)
    if side.loaded.failure:
        return
    for index, take in enumerate(job.takes):
        if not line.may_go_on():
            return
        line.send(Began(index))
        answer = side.answer(index, take)
        try:
            line.send(answer)
        except wire.Malformed as error:
            line.send(Answer(index, failure=Failure(TOO_LARGE, str(error))))


class _Line:
    """The connection to the judge.  Somebody who puts another one in its place, to change what is
    said on the way, ends the child; what somebody else writes into it lacks the token."""

    def __init__(self, connection: socket.socket, token: bytes) -> None:
        self._connection = connection
        self._token = token
        self._descriptor = connection.fileno()
        self._inode = _fstat(self._descriptor).st_ino

    def send(self, reply: Reply) -> None:
        message = wire.pack(reply, self._token)
        self._look()
        _sendall(self._connection, message)

    def may_go_on(self) -> bool:
        """Wait for the judge's word; False where it has hung up."""
        self._look()
        return bool(_receive(self._connection, 1))

    def _look(self) -> None:
        if _fstat(self._descriptor).st_ino != self._inode:
            _exit(0)


def _go_on(*_: object, **__: object) -> None:
    return None
