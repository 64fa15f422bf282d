"""Listening to one child: its answers, what it prints, how it ends.

The child is untrusted.  Messages are accepted in one order only, time and output are bounded,
and however it ends, the conversation says which take is charged with it.
"""

from __future__ import annotations

import os
import selectors
import socket
from contextlib import suppress
from enum import Enum

from grader.language import _
from grader.sandbox import Limits
from grader.worker import server, wire
from grader.worker.conversation import Conversation, End, TakeResult
from grader.worker.protocol import Answer, Began, Job, Loaded, Ready, Reply
from grader.worker.stopwatch import LOOK, Stopwatch

_GRACE_SECONDS = 5.0
"""Between a kill and the worker's word that the child has ended and was cleaned up after."""
_CHUNK = 2**18


class Found(Enum):
    """What a look into a socket or a pipe brought."""

    DATA = "data"
    NOTHING = "nothing, for now"
    END = "its end"


class WorkerLost(Exception):
    """The worker was damaged by this child: throw it away."""


class Listener:
    """Listens to one child's socket, its output and the worker's word about its end."""

    def __init__(
        self,
        said: Conversation,
        connection: socket.socket,
        output: int,
        control: socket.socket,
        limits: Limits,
    ) -> None:
        self._said = said
        self._connection = connection
        self._output = output
        self._control = control
        self._limits = limits
        self._kept = bytearray()
        self._printed = 0
        self._loading = 0.0
        self._clock = Stopwatch()
        self._killed = False
        os.set_blocking(output, False)

    def listen(self, job: Job) -> None:
        """Fill the conversation.  Raises WorkerLost if the worker must not be used again."""
        self._loading = job.seconds
        self._unpacker = wire.replies(job.token)
        try:
            self._send(job)
            status = self._until_ended()
            self._drain()
        except WorkerLost:
            self._killed = True  # nobody is left to be told to
            with suppress(WorkerLost):
                self._drain()
            self._said.lost = self._said.end is End.ANSWERED and not self._said.finished
            self._stop(End.CRASHED, _("it ended the worker that it ran in"))
            self._close_take()
            raise
        if self._said.end is End.ANSWERED and not self._said.finished:
            self._stop(End.CRASHED, _how_it_ended(status, self._limits))
        if self._said.end is not End.ANSWERED:
            self._close_take()

    def _send(self, job: Job) -> None:
        self._connection.settimeout(self._limits.seconds)
        try:
            self._connection.sendall(wire.pack(job))
        except OSError:
            self._kill(End.CRASHED, _("it ended before it read its job"))
        self._connection.setblocking(False)

    def _until_ended(self) -> int:
        """Follow the child until the worker says that it has ended.  Returns its status."""
        with selectors.DefaultSelector() as selector:
            for source in (self._connection, self._output, self._control):
                selector.register(source, selectors.EVENT_READ)
            while True:
                left = self._patience - self._clock.look()
                if left <= 0:
                    if self._killed:
                        raise WorkerLost
                    self._kill(End.TIMED_OUT, _late(self._patience))
                    continue
                for key, _events in selector.select(min(left, LOOK)):
                    if key.fileobj is self._control:
                        return self._end_of_child()
                    found = (
                        self._read_output() if key.fileobj == self._output else self._read_replies()
                    )
                    if found is Found.END:
                        selector.unregister(key.fileobj)

    @property
    def _patience(self) -> float:
        """The seconds that what the child does now may take."""
        if self._over:
            return _GRACE_SECONDS
        return self._limits.seconds if self._said.loaded else self._loading

    @property
    def _over(self) -> bool:
        return self._killed or self._said.finished

    def _end_of_child(self) -> int:
        try:
            word = self._control.recv(16)
        except OSError:
            word = b""
        if len(word) != 5 or word[:1] != server.DONE:
            raise WorkerLost
        return int.from_bytes(word[1:], "big")

    def _drain(self) -> None:
        """Read what the child left in the socket and the pipe before it ended."""
        while self._read_replies() is Found.DATA:
            if self._said.end is not End.ANSWERED:
                break
        while self._read_output() is Found.DATA:
            if self._printed > self._limits.flood:
                break

    def _read_replies(self) -> Found:
        """Take in what the child said."""
        try:
            data = self._connection.recv(_CHUNK)
        except BlockingIOError:
            return Found.NOTHING
        except OSError:
            return Found.END
        if not data:
            return Found.END
        if self._said.end is not End.ANSWERED:
            return Found.DATA
        try:
            for reply in self._unpacker.feed(data):
                self._take_in(reply)
        except wire.Malformed as error:
            self._kill(End.MALFORMED, str(error))
        return Found.DATA

    def _take_in(self, reply: Reply) -> None:
        """One message, in the one order that is allowed.  Raises Malformed otherwise."""
        said = self._said
        if said.finished:
            raise wire.Malformed("a message after the last answer")
        if isinstance(reply, Ready) and not said.ready:
            said.ready = True
        elif isinstance(reply, Loaded) and said.ready and said.loaded is None:
            said.loaded = reply
            said.load_output = self._collect_output()
            self._go_on()
        elif isinstance(reply, Began) and said.loaded is not None and said.current is None:
            if reply.index != len(said.results):
                raise wire.Malformed("a take out of order")
            said.current = reply.index
            self._clock.restart()
        elif isinstance(reply, Answer) and said.current is not None:
            if reply.index != said.current:
                raise wire.Malformed("an answer to another take")
            self._finish_take(End.ANSWERED, answer=reply)
            self._go_on()
        else:
            raise wire.Malformed("a message out of order")

    def _go_on(self) -> None:
        """Let the child begin its next take: what it printed until now was taken in."""
        self._clock.restart()
        with suppress(OSError):  # it has ended, or never reads
            self._connection.send(wire.GO_ON)

    def _finish_take(self, end: End, answer: Answer | None = None, detail: str = "") -> None:
        said = self._said
        take = said.takes[len(said.results)]
        output = self._collect_output()
        seconds = self._clock.look()
        said.results.append(TakeResult(take, end, answer, detail, output, seconds))
        said.current = None
        self._clock.restart()

    def _close_take(self) -> None:
        """Charge an early end to the take that was running, or to the next one."""
        said = self._said
        if said.loaded is None:
            said.load_output = self._collect_output()
        elif len(said.results) < len(said.takes) and not said.loaded.failure:
            self._finish_take(said.end, detail=said.detail)

    def _read_output(self) -> Found:
        """Keep the first bytes, count all; too many of them are a flood."""
        try:
            data = os.read(self._output, _CHUNK)
        except BlockingIOError:
            return Found.NOTHING
        if not data:
            return Found.END
        self._printed += len(data)
        if len(self._kept) < self._limits.output:
            self._kept += data[: self._limits.output - len(self._kept)]
        if self._printed > self._limits.flood and not self._killed:
            said = _("it printed more than {number} MiB")
            self._kill(End.FLOODED, said.format(number=self._limits.flood // 2**20))
        return Found.DATA

    def _collect_output(self) -> str:
        """What was printed since the last time, cut at the limit."""
        while self._printed <= self._limits.flood and self._read_output() is Found.DATA:
            pass
        text = self._kept.decode(errors="replace")
        if self._printed > len(self._kept):
            said = _("[cut after {kept} of {printed} bytes]")
            text += "\n" + said.format(kept=len(self._kept), printed=self._printed)
        self._kept.clear()
        self._printed = 0
        return text

    def _stop(self, end: End, detail: str) -> None:
        if self._said.end is End.ANSWERED:
            self._said.end, self._said.detail = end, detail

    def _kill(self, end: End, detail: str) -> None:
        self._stop(end, detail)
        self._killed = True
        self._clock.restart()
        try:
            self._control.send(server.KILL)
        except OSError:
            raise WorkerLost from None


def _how_it_ended(status: int, limits: Limits) -> str:
    if status == server.CROWDED:
        return _("it ran more than {number} threads").format(number=limits.processes)
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        said = {
            11: _("the process was ended by a segmentation fault"),
            6: _("the process was ended by an abort"),
            9: _("the process was ended by a kill"),
            24: _("the process was ended by its CPU limit"),
        }.get(number, _("the process was ended by signal {number}"))
        return said.format(number=number)
    return _("the process ended before it answered (os._exit, or a lost connection)")


def _late(seconds: float) -> str:
    return _("no answer within {seconds} s").format(seconds=f"{seconds:g}")
