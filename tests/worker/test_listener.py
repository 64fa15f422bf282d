"""What a child may say, in which order, and who is charged for what it does instead."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable

import msgspec
import pytest

from grader.judge.value import Number
from grader.sandbox import Limits
from grader.worker import server, wire
from grader.worker.conversation import Conversation, End, TakeResult
from grader.worker.listener import Listener, WorkerLost
from grader.worker.protocol import Answer, Began, Failure, Job, Loaded, Ready, Take

TAKES = [Take("a", 1), Take("b", 1)]
LIMITS = Limits(seconds=5, output=100, flood=2**20)
OK = Answer(0, Number("int", 1))


class Child:
    """A child and its worker, played by a thread."""

    def __init__(self) -> None:
        self.ours, self.socket = socket.socketpair()
        self.reader, self.output = os.pipe()
        self.control, self.server = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)

    def say(self, *messages: object) -> None:
        for message in messages:
            self.socket.sendall(message if isinstance(message, bytes) else wire.pack(message))

    def told_to_go_on(self) -> None:
        assert self.socket.recv(1) == wire.GO_ON

    def write(self, data: bytes) -> None:
        os.write(self.output, data)

    def end(self, status: int = 0) -> None:
        """As the worker does: after the child's descriptors are closed."""
        self.socket.close()
        os.close(self.output)
        self.server.send(server.DONE + status.to_bytes(4, "big"))

    def killed(self) -> None:
        assert self.server.recv(16) == server.KILL


def listen(play: Callable[[Child], None], limits: Limits = LIMITS) -> Conversation:
    """What is heard of a child that plays `play` once it has its job."""
    child = Child()
    said = Conversation(TAKES)

    def run() -> None:
        wire.receive_job(child.socket)
        child.say(Ready())
        play(child)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        listener = Listener(said, child.ours, child.reader, child.control, limits)
        listener.listen(Job("any", "any.py", "", "", TAKES, seconds=limits.seconds))
    except WorkerLost:
        said.detail += " [lost]"
    finally:
        thread.join()
        os.close(child.reader)
        for end in (child.ours, child.control, child.server, child.socket):
            end.close()
    return said


def heard(said: Conversation) -> list[tuple[End, str]]:
    return [(result.end, result.output) for result in said.results]


def test_all_is_well():
    """Each take's output is its own."""

    def play(child: Child) -> None:
        child.write(b"load ")
        child.say(Loaded())
        child.told_to_go_on()
        child.say(Began(0))
        child.write(b"one ")
        child.say(OK)
        child.told_to_go_on()
        child.say(Began(1))
        child.write(b"two ")
        child.say(msgspec.structs.replace(OK, index=1))
        child.end()

    said = listen(play)
    one, two = (result.seconds for result in said.results)
    results = [
        TakeResult(TAKES[0], End.ANSWERED, OK, "", "one ", one),
        TakeResult(TAKES[1], End.ANSWERED, msgspec.structs.replace(OK, index=1), "", "two ", two),
    ]
    assert (said.results, said.end, said.loaded, said.load_output) == (
        results,
        End.ANSWERED,
        Loaded(),
        "load ",
    )


BAD: dict[str, tuple[list[object], str, int]] = {
    "no message": ([b"\0\0\0\3abc"], "not a message of the protocol", 0),
    "oversize": ([b"\xff\xff\xff\xff"], "a message of 4294967295 bytes", 0),
    "answer before load": ([OK], "out of order", 0),
    "began before load": ([Began(0)], "out of order", 0),
    "ready twice": ([Ready()], "out of order", 0),
    "loaded twice": ([Loaded(), Loaded()], "out of order", 1),
    "answer before began": ([Loaded(), OK], "out of order", 1),
    "began twice": ([Loaded(), Began(0), Began(0)], "out of order", 1),
    "another take began": ([Loaded(), Began(1)], "a take out of order", 1),
    "negative take": ([Loaded(), Began(-1)], "a take out of order", 1),
    "answer to another": ([Loaded(), Began(0), Answer(1)], "an answer to another take", 1),
    "loaded in a take": ([Loaded(), Began(0), Loaded()], "out of order", 1),
    "answered twice": ([Loaded(), Began(0), OK, OK], "out of order", 2),
    "no utf-8": (
        [
            Loaded(),
            Began(0),
            wire.pack(Answer(0, failure=Failure("xx", ""))).replace(b"xx", b"\xff" * 2),
        ],
        "'utf-8' codec",
        1,
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_message_out_of_order_ends_the_child(name: str):
    """It is killed, and the take that was due is charged."""
    messages, says, charged = BAD[name]

    def play(child: Child) -> None:
        child.say(*messages)
        child.killed()
        child.end(9)

    said = listen(play)
    assert (said.end, len(said.results)) == (End.MALFORMED, charged)
    assert says in said.detail
    assert all(result.end is End.MALFORMED for result in said.results[charged - 1 :])


def test_words_after_the_last_answer_cost_nothing():
    """All takes are answered by then."""

    def play(child: Child) -> None:
        child.say(Loaded(), Began(0), OK, Began(1), msgspec.structs.replace(OK, index=1), OK)
        child.killed()
        child.end(9)

    assert [end for end, _ in heard(listen(play))] == [End.ANSWERED, End.ANSWERED]


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (0, "the process ended before it answered (os._exit, or a lost connection)"),
        (11, "the process was ended by a segmentation fault"),
        (9, "the process was ended by a kill"),
        (24, "the process was ended by its CPU limit"),
        (31, "the process was ended by signal 31"),
        (server.CROWDED, "it ran more than 256 threads"),
    ],
)
def test_an_end_between_two_takes_is_charged_to_the_next(status: int, says: str):
    """The answer before it stands; exit status 0 is no excuse."""

    def play(child: Child) -> None:
        child.say(Loaded(), Began(0), OK)
        child.end(status)

    said = listen(play)
    assert heard(said) == [(End.ANSWERED, ""), (End.CRASHED, "")]
    assert said.detail == says


def test_half_an_answer_is_none():
    """What was cut off by the end of its sender is not waited for."""

    def play(child: Child) -> None:
        child.say(Loaded(), Began(0), wire.pack(OK)[:-1])
        child.end(11)

    assert [end for end, _ in heard(listen(play))] == [End.CRASHED]


def test_answers_that_were_said_before_the_end_count():
    """They are read from the socket after the word of the end has come."""

    def play(child: Child) -> None:
        child.say(Loaded(), Began(0), OK)
        child.told_to_go_on()
        child.told_to_go_on()
        child.say(Began(1))
        child.write(b"last words")
        child.end(11)

    assert heard(listen(play)) == [(End.ANSWERED, ""), (End.CRASHED, "last words")]


@pytest.mark.parametrize(("loaded", "ends"), [(True, [End.TIMED_OUT]), (False, [])])
def test_silence_is_a_time_out(loaded: bool, ends: list[End]):
    """While a file is loaded as in a take."""

    def play(child: Child) -> None:
        if loaded:
            child.say(Loaded(), Began(0))
        child.killed()
        child.end(9)

    said = listen(play, msgspec.structs.replace(LIMITS, seconds=0.2))
    assert ([end for end, _ in heard(said)], said.end) == (ends, End.TIMED_OUT)
    assert said.detail == "no answer within 0.2 s"


def test_output_is_cut_at_the_stated_length():
    """The rest is counted and costs nothing."""

    def play(child: Child) -> None:
        child.say(Loaded())
        child.told_to_go_on()
        child.say(Began(0))
        child.write("é".encode() * 150)
        child.say(OK, Began(1), msgspec.structs.replace(OK, index=1))
        child.end()

    (end, text), (_, other) = heard(listen(play))
    assert (end, other) == (End.ANSWERED, "")
    assert text == "é" * 50 + "\n[cut after 100 of 300 bytes]"


def test_a_flood_ends_the_child():
    """It is charged to the take that printed it."""

    def play(child: Child) -> None:
        child.say(Loaded(), Began(0), OK)
        child.told_to_go_on()
        child.told_to_go_on()
        child.say(Began(1))
        for _ in range(40):
            child.write(b"x" * 2**15)
        child.killed()
        child.end(9)

    said = listen(play)
    assert [end for end, _ in heard(said)] == [End.ANSWERED, End.FLOODED]
    assert said.detail == "it printed more than 1 MiB"


def test_output_and_answer_at_once_do_not_close_the_listeners_ear():
    """Both may be ready in one look: the answer takes in the output, and then the pipe is empty
    but not at its end.  Were it taken for the end, a child that prints more than a pipe holds
    would wait for ever."""

    def play(child: Child) -> None:
        child.say(Loaded(), Began(0))
        child.write(b"one")
        child.say(OK, Began(1))
        child.write(b"y" * 200_000)  # three times what a pipe holds
        child.say(msgspec.structs.replace(OK, index=1))
        child.end()

    for _ in range(20):
        assert [end for end, _ in heard(listen(play))] == [End.ANSWERED, End.ANSWERED]


def test_an_empty_pipe_is_not_at_its_end():
    """The same, without the race."""
    child = Child()
    listener = Listener(Conversation(TAKES), child.ours, child.reader, child.control, LIMITS)
    child.ours.setblocking(False)
    looks = [listener._read_output().name, listener._read_replies().name]
    for number in (child.reader, child.output):
        os.close(number)
    for end in (child.ours, child.socket, child.control, child.server):
        end.close()
    assert looks == ["NOTHING", "NOTHING"]


@pytest.mark.parametrize("printed", [0, 2**20 - 2**15])
def test_a_worker_that_is_gone_is_told(printed: int):
    """The running take is charged exactly once, also where its last words make a flood; then it is
    no other's doing."""

    def play(child: Child) -> None:
        child.say(Loaded(), Began(0), OK)
        child.told_to_go_on()
        child.told_to_go_on()  # what is printed from here on is the second take's
        child.say(Began(1))
        for _ in range(0, printed, 2**15):
            child.write(b"x" * 2**15)
        if printed:
            child.write(b"x" * 2**16)
        child.server.close()
        child.socket.close()
        os.close(child.output)

    said = listen(play)
    assert [result.take for result in said.results] == TAKES
    assert (said.results[1].end in (End.CRASHED, End.FLOODED), said.detail[-7:]) == (
        True,
        " [lost]",
    )
    assert said.lost == (said.results[1].end is End.CRASHED)


def test_a_failed_load_ends_the_conversation():
    """No take is waited for."""

    def play(child: Child) -> None:
        child.say(Loaded(failure=Failure("SyntaxError", "invalid syntax")))
        child.end()

    said = listen(play)
    assert (said.results, said.end, said.finished) == ([], End.ANSWERED, True)
