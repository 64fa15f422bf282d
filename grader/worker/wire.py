"""Framed msgpack messages over a stream socket: four bytes of length, then the message.

Both ends bound what they accept, and decode into declared types only.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Generic, TypeVar

import msgspec

from grader.worker.protocol import Job, Reply

MAX_MESSAGE = 8 * 2**20
"""Bytes; the largest answer of the course (10^5 float64 draws) is below 1 MiB."""

GO_ON = b"G"
"""The judge's word after a `Loaded` and after each `Answer`; the child waits for it."""

_HEADER = 4
_CHUNK = 2**18

T = TypeVar("T")


class Malformed(Exception):
    """The bytes received are not a message of the declared types and sizes."""


def pack(message: object) -> bytes:
    """The frame of `message`.  Raises Malformed if it is larger than `MAX_MESSAGE`."""
    body = msgspec.msgpack.encode(message)
    if len(body) > MAX_MESSAGE:
        raise Malformed(f"a message of {len(body)} bytes; at most {MAX_MESSAGE} are accepted")
    return len(body).to_bytes(_HEADER, "big") + body


class _Unpacker(Generic[T]):
    """Turns received bytes into messages of one declared type, as they complete."""

    def __init__(self, decoder: msgspec.msgpack.Decoder[T]) -> None:
        self._decoder = decoder
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[T]:
        """The messages that `data` completes; raises Malformed at the first that is none."""
        self._buffer += data
        while len(self._buffer) >= _HEADER:
            size = int.from_bytes(self._buffer[:_HEADER], "big")
            if size > MAX_MESSAGE:
                raise Malformed(f"a message of {size} bytes; at most {MAX_MESSAGE} are accepted")
            if len(self._buffer) < _HEADER + size:
                break
            body = bytes(self._buffer[_HEADER : _HEADER + size])
            del self._buffer[: _HEADER + size]
            try:
                message = self._decoder.decode(body)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                raise Malformed(f"not a message of the protocol: {error}") from None
            yield message


# Made with the module: two threads that make one of the same type at once may crash (msgspec works
# out what the type holds while the other does), and a child has it from the process that forks.
_REPLY = msgspec.msgpack.Decoder(Reply)
_JOB = msgspec.msgpack.Decoder(Job)


def replies() -> _Unpacker[Reply]:
    """For the judge: decodes what a child says."""
    return _Unpacker(_REPLY)


def receive_job(connection: socket.socket) -> Job:
    """For the child: reads the one job that it is given.  Raises EOFError or Malformed."""
    unpacker = _Unpacker(_JOB)
    while True:
        data = connection.recv(_CHUNK)
        if not data:
            raise EOFError("the judge hung up")
        for job in unpacker.feed(data):
            return job
