"""Random and lying bytes are messages of the declared types or `Malformed`, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.judge.value import Array, Items, Number, Other, Table, Text
from grader.worker import wire
from grader.worker.protocol import MAX_TEXT, Answer, Began, Failure, Frame, Loaded, short

MESSAGES = [
    Loaded(missing=["f"], notes=[Failure("ValueError", "no", [Frame(1, "f", "x = 1")])]),
    Began(0),
    Answer(0, Items([Array("float32", (1,), "cpu(0)", b"\0" * 4), Number("int", 1), Text("x")])),
    Answer(0, Table({"a": Other("T")}), operators=["exp"], traced=True),
    Answer(1, failure=Failure("E", "m", own_raise=True)),
]


def frame(body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + body


@given(st.lists(st.sampled_from(MESSAGES), max_size=6), st.data())
def test_messages_arrive_whole_however_they_are_cut(messages: list, data: st.DataObject):
    """A stream keeps no boundaries; the frames do."""
    stream = b"".join(map(wire.pack, messages))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=8)))
    unpacker = wire.replies(b"")
    pieces = zip([0, *cuts], [*cuts, len(stream)], strict=True)
    assert [reply for a, b in pieces for reply in unpacker.feed(stream[a:b])] == messages


@given(st.binary(max_size=400))
def test_random_bytes_are_malformed(data: bytes):
    """Whatever arrives, the judge stands."""
    unpacker = wire.replies(b"")
    try:
        list(unpacker.feed(data))
        list(unpacker.feed(frame(data)))
    except wire.Malformed:
        return


@given(
    st.sampled_from(MESSAGES),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=4),
)
@settings(max_examples=400)
def test_a_damaged_message_is_another_one_or_malformed(message: object, hits: list):
    """Among them bytes that are no UTF-8 where a text is declared."""
    body = bytearray(msgspec.msgpack.encode(message))
    for place, byte in hits:
        body[place % len(body)] = byte
    try:
        list(wire.replies(b"").feed(frame(bytes(body))))
    except wire.Malformed:
        return


def test_a_text_that_is_no_text_is_malformed():
    """A UnicodeDecodeError would be the judge's own end."""
    body = msgspec.msgpack.encode(Answer(0, Text("xxxx"))).replace(b"xxxx", b"\xff\xfe\xff\xfe")
    with pytest.raises(wire.Malformed, match="not a message of the protocol: 'utf-8' codec"):
        list(wire.replies(b"").feed(frame(body)))


def test_messages_before_a_malformed_one_stand():
    """They were said, whatever comes after them."""
    heard = wire.replies(b"").feed(wire.pack(MESSAGES[0]) + frame(b"x"))
    assert next(heard) == MESSAGES[0]
    with pytest.raises(wire.Malformed):
        next(heard)


def test_an_oversize_frame_is_refused_by_its_header():
    """Before a byte of it is kept."""
    with pytest.raises(wire.Malformed, match=f"a message of {wire.MAX_REPLY + 1} bytes"):
        list(wire.replies(b"").feed((wire.MAX_REPLY + 1).to_bytes(4, "big")))


def test_an_oversize_answer_is_not_sent():
    """The child says so instead."""
    with pytest.raises(wire.Malformed, match=f"at most {wire.MAX_REPLY} are accepted"):
        wire.pack(Answer(0, Array("int8", (2**21,), "cpu(0)", bytes(2**21))))


@pytest.mark.parametrize("count", [10, 0xFFFF, 0xFFFF_FFFF])
def test_a_count_without_contents_asks_for_no_memory(count: int):
    """A header may claim four billion elements."""
    head = msgspec.msgpack.encode({"type": "answer", "index": 0})[1:]
    body = b"\x83" + head + msgspec.msgpack.encode("operators") + b"\xdd" + count.to_bytes(4, "big")
    with pytest.raises(wire.Malformed, match=r"truncated|of length <= 1024"):
        list(wire.replies(b"").feed(frame(body)))


def test_a_message_as_deep_as_a_well_is_malformed():
    """It does not exhaust the judge's stack."""
    item = msgspec.msgpack.encode({"type": "items", "values": []})[:-1]
    deep = (item + b"\x91") * 100_000 + item + b"\x90"
    head = msgspec.msgpack.encode({"type": "answer", "index": 0})[1:]
    body = b"\x83" + head + msgspec.msgpack.encode("value") + deep
    with pytest.raises(wire.Malformed, match="recursion"):
        list(wire.replies(b"").feed(frame(body)))


LONG = "x" * (MAX_TEXT + 1)


@pytest.mark.parametrize(
    "message",
    [
        Answer(0, Text(LONG)),
        Answer(0, Other(LONG)),
        Answer(0, Table({LONG: Number("int", 1)})),
        Answer(0, Array(LONG, (), "cpu(0)", b"")),
        Answer(0, failure=Failure("E", LONG)),
        Answer(0, failure=Failure("E", "", [Frame(1, "f", LONG)])),
        Answer(0, failure=Failure("E", "", [Frame(1, "f", "")] * 65)),
        Answer(0, operators=[LONG]),
        Loaded(defined=[LONG]),
        Loaded(defined=["f"] * 65),
        Loaded(notes=[Failure("E", "")] * 65),
    ],
)
def test_texts_that_a_report_would_repeat_are_bounded(message: object):
    """A forged novel would end in the report, and some patterns are slow on it."""
    with pytest.raises(wire.Malformed, match="length <="):
        list(wire.replies(b"").feed(wire.pack(message)))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("x", "x"),
        (LONG, LONG[1:]),
        ("\udcff", "\\udcff"),
        ("\ud800" * MAX_TEXT, None),
        ("平", "平"),
    ],
)
def test_short_makes_any_text_fit(text: str, kept: str | None):
    """Lone surrogates become escapes, which a message can hold."""
    found = short(text)
    assert len(found) <= MAX_TEXT
    assert kept is None or found == kept
    wire.pack(Answer(0, Text(found)))


def test_no_thread_makes_a_decoder() -> None:
    """What runs in several threads decodes with what its module made: two that make a decoder of
    one type at once crashed `grader watch`, one start in thirty."""
    package = Path(wire.__file__).parents[1]
    for path in [*package.glob("worker/*.py"), *package.glob("grading/*.py")]:
        assert not re.search(r"decode\(.*type=|^ +.*Decoder\(", path.read_text(), re.MULTILINE), (
            path
        )
