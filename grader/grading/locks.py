"""A sentence, in all languages, that only those can read whose answers are a known mistake's.

A course that is handed out must tell who made a mistake what it is, and must not hand out the list
of all mistakes, which is nearly the solution.  So each sentence is enciphered with a key made from
the mistake's own answers, which are not kept.

Answers of the same mistake, written differently, differ by rounding.  Each number is therefore
counted in quanta of twice what may differ, and what is left over (the number's place within its
quantum) is kept: with it, any number less than half a quantum away gives the same count.  The
counts are the secret.  This is the code-offset construction of Y. Dodis et al., Fuzzy Extractors
(2008), section 5, with a lattice for the code.

It keeps sentences from eyes, and from a search of the files.  Who sets out to can try answers: a
mistake that answers None, or a single number, is soon found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np
from msgspec import Struct

from grader.judge import answers
from grader.judge.answers import BadArray
from grader.judge.arrays import Numbers
from grader.judge.value import Array, Items, Number, Other, Table, Text, Value

_STEPS = 254
"""Places within a quantum that are told apart; a byte holds them, and costs 1/254 of the reach."""
_TINY = float(np.finfo(np.float64).tiny)
"""The quantum of zeros."""


class Grain(Struct, frozen=True):
    """How the numbers of one array are counted."""

    quantum: float
    left_over: bytes
    """For each number a signed byte: its place within its quantum."""


class Part(Struct, frozen=True):
    """One answer of a mistake, as far as it may be known."""

    take: int
    """The index of the check's take."""
    grains: list[Grain]


Sentences = dict[str, str]
"""One sentence, by language."""
_SENTENCES = msgspec.msgpack.Decoder(Sentences)


class Lock(Struct, frozen=True):
    """One mistake's sentence, enciphered."""

    parts: list[Part]
    """For each take of its own that the mistake answers otherwise than the reference."""
    own: list[int]
    """The takes whose checks call what the mistake is a version of."""
    salt: bytes
    sentences: bytes
    seal: bytes
    """Tells the right key."""


Outcome = Value | tuple[str, ...]
"""What a take answered, or the words of its failure."""


def close(
    sentences: Sentences,
    outcomes: dict[int, Outcome],
    reach: dict[int, float],
    own: Iterable[int],
    salt: bytes,
) -> Lock:
    """Lock a sentence with a mistake's outcomes, by take, out of its `own`.

    reach: for each take, by how much of the largest number in an array another may differ.
    """
    parts = [
        Part(take, [_grain(array, reach[take]) for array in _floats(outcome)])
        for take, outcome in outcomes.items()
    ]
    key = _key(parts, outcomes, salt)
    assert key is not None  # by construction
    text = msgspec.msgpack.encode(sentences)
    return Lock(parts, sorted(own), salt, _mask(key, text), _seal(key, text))


def read(lock: Lock, outcomes: dict[int, Outcome]) -> Sentences | None:
    """The sentence, if these outcomes are the mistake's."""
    try:
        key = _key(lock.parts, outcomes, lock.salt)
    except BadArray:
        return None
    if key is None:
        return None
    text = _mask(key, lock.sentences)
    if _seal(key, text) != lock.seal:
        return None
    return _SENTENCES.decode(text)


def _key(parts: Sequence[Part], outcomes: dict[int, Outcome], salt: bytes) -> bytes | None:
    """None where the outcomes have not the mistake's structure."""
    secret = hashlib.blake2b(salt=salt)
    for part in parts:
        outcome = outcomes[part.take]
        arrays = list(_floats(outcome))
        if [array.size for array in arrays] != [len(grain.left_over) for grain in part.grains]:
            return None
        secret.update(msgspec.msgpack.encode([part.take, _structure(outcome)]))
        for array, grain in zip(arrays, part.grains, strict=True):
            secret.update(_counts(array, grain).tobytes())
    return secret.digest()


def _grain(array: Numbers, reach: float) -> Grain:
    """Quanta of twice the reach, and what is left over of each number."""
    finite = np.isfinite(array)
    largest = float(np.abs(array[finite]).max()) if finite.any() else 0.0
    quantum = 2 * reach * largest or _TINY
    with np.errstate(invalid="ignore"):
        left = array / quantum - np.rint(array / quantum)
    steps = np.rint(np.where(finite, left, 0.0) * _STEPS).astype(np.int8)
    return Grain(quantum, steps.tobytes())


def _counts(array: Numbers, grain: Grain) -> Numbers:
    """How many quanta each number is; nan and the infinities stand for themselves."""
    left = np.frombuffer(grain.left_over, np.int8).reshape(array.shape) / _STEPS
    with np.errstate(all="ignore"):
        counts = np.rint(array / grain.quantum - left)
    return np.where(np.isnan(array), np.nan, counts + 0.0)  # + 0.0: -0.0 is 0


def _floats(outcome: Outcome) -> Iterator[Numbers]:
    """The numbers that rounding may change, in float64.  Raises BadArray."""
    match outcome:
        case Array():
            array = answers.to_numpy(outcome)
            if array.dtype.kind == "f":
                yield array.astype(np.float64)
        case Number() if outcome.kind != "bool":
            try:
                yield np.float64(outcome.value).reshape(1)
            except OverflowError:
                raise BadArray("a whole number beyond float64") from None
        case Items():
            for value in outcome.values:
                yield from _floats(value)
        case Table():
            for key in sorted(outcome.values):
                yield from _floats(outcome.values[key])


def _structure(outcome: Outcome) -> object:
    """All the rest of it: types, shapes, texts, whole numbers."""
    match outcome:
        case Array():
            exact = b"" if answers.to_numpy(outcome).dtype.kind == "f" else outcome.data
            return ["array", outcome.dtype, outcome.shape, outcome.device, exact]
        case Number():
            return ["bool", bool(outcome.value)] if outcome.kind == "bool" else ["number"]
        case Text():
            return ["text", outcome.value]
        case Items():
            return ["items", [_structure(value) for value in outcome.values]]
        case Table():
            return ["table", [[k, _structure(v)] for k, v in sorted(outcome.values.items())]]
        case Other():
            return ["other", outcome.type_name]
        case tuple():
            return ["failure", *outcome]
        case _:
            return ["none"]


def _mask(key: bytes, text: bytes) -> bytes:
    stream = hashlib.shake_256(b"text" + key).digest(len(text))
    return bytes(a ^ b for a, b in zip(text, stream, strict=True))


def _seal(key: bytes, text: bytes) -> bytes:
    return hashlib.blake2b(text, key=key, digest_size=16).digest()
