"""Framed msgpack messages over a stream socket: four bytes of length, then the message.

Both ends bound what they accept, and decode into declared types only.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Generic, TypeVar

import msgspec

from grader.worker.protocol import Job, Reply

MAX_JOB = 8 * 2**20
"""Bytes; with all that a submission imports."""
MAX_REPLY = 2 * 2**20
"""Bytes; the largest of the course, an answer with its inputs, takes 1.3 MiB.  What the judge makes
of a reply may take five times as much."""

GO_ON = b"G"
"""The judge's word after a `Loaded` and after each `Answer`; the child waits for it."""

_HEADER = 4
_CHUNK = 2**18

T = TypeVar("T")

# Whoever replaces what packs an answer, or counts its bytes, may put another in its place.
_encode = msgspec.msgpack.encode
_len = len


class Malformed(Exception):
    """The bytes received are not a message of the declared types and sizes."""


def pack(message: object, token: bytes = b"") -> bytes:
    """The frame of `message`, which begins with the `token`.  Raises Malformed if it is larger than
    its kind may be."""
    body = token + _encode(message)  # and only then call what may have been replaced
    most = MAX_JOB if isinstance(message, Job) else MAX_REPLY
    size = _len(body)
    if size > most:
        raise Malformed(f"a message of {size} bytes; at most {most} are accepted")
    return size.to_bytes(_HEADER, "big") + body


class _Unpacker(Generic[T]):
    """Turns received bytes into messages of one declared type, as they complete; each must begin
    with the token."""

    def __init__(self, decoder: msgspec.msgpack.Decoder[T], most: int, token: bytes = b"") -> None:
        self._decoder = decoder
        self._most = most
        self._token = token
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[T]:
        """The messages that `data` completes; raises Malformed at the first that is none."""
        self._buffer += data
        while len(self._buffer) >= _HEADER:
            size = int.from_bytes(self._buffer[:_HEADER], "big")
            if size > self._most:
                raise Malformed(f"a message of {size} bytes; at most {self._most} are accepted")
            if len(self._buffer) < _HEADER + size:
                break
            body = bytes(self._buffer[_HEADER : _HEADER + size])
            del self._buffer[: _HEADER + size]
            if not body.startswith(self._token):
                raise Malformed("a message that is not the grader's own")
            try:
                message = self._decoder.decode(body[len(self._token) :])
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                raise Malformed(f"not a message of the protocol: {error}") from None
            yield message


# Made with the module: two threads that make one of the same type at once may crash (msgspec works
# out what the type holds while the other does), and a child has it from the process that forks.
_REPLY = msgspec.msgpack.Decoder(Reply)
_JOB = msgspec.msgpack.Decoder(Job)


def replies(token: bytes) -> _Unpacker[Reply]:
    """For the judge: decodes what a child says that was given this token."""
    return _Unpacker(_REPLY, MAX_REPLY, token)


def receive_job(connection: socket.socket) -> Job:
    """For the child: reads the one job that it is given.  Raises EOFError or Malformed."""
    unpacker = _Unpacker(_JOB, MAX_JOB)
    while True:
        data = connection.recv(_CHUNK)
        if not data:
            raise EOFError("the judge hung up")
        for job in unpacker.feed(data):
            return job
