"""Compares an answer with the reference's: type, shape, dtype, context, and then values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from grader.judge.answers import BadArray, name, to_numpy
from grader.judge.arrays import Numbers
from grader.judge.elements import Difference, Target, against, sentence, target
from grader.judge.rule import called
from grader.judge.value import Array, Items, Nothing, Number, Other, Table, Text, Value
from grader.language import _, joined

_Path = tuple[int | str, ...]


@dataclass(frozen=True)
class Expected:
    """The reference's answers to one probe."""

    answer: Value
    exact: Value
    """In float64 throughout."""
    moved: tuple[Value, ...]
    """In float64, on inputs moved by one unit in the last place of the case's dtype."""
    eps: float

    @cached_property
    def targets(self) -> list[Target]:
        """What each leaf's numbers should be; derived once, however many answers are compared."""
        sides = (self.answer, self.exact, *self.moved)
        return [
            target(answer, exact, moved, self.eps)
            for answer, exact, *moved in zip(*map(_all_numbers, sides), strict=True)
        ]


@dataclass(frozen=True)
class Verdict:
    """What a comparison found.  `message` is empty on a pass."""

    message: str = ""
    margin: float | None = None
    """The largest error in units of the allowance among the leaves compared."""
    difference: Difference | None = None
    shapes: tuple[tuple[int, ...], tuple[int, ...]] | None = None
    """Expected and actual, where that is what differs."""

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong."""
        return not self.message


def equal(expected: Expected, actual: Value) -> Verdict:
    """Judge `actual` against the reference, leaf by leaf; the first wrong leaf is reported."""
    found = structure(expected.answer, actual)
    if not found.passed:
        return found
    margin = None
    sides = zip(leaves(expected.answer), leaves(actual), expected.targets, strict=True)
    for (path, right), (_path, given), wanted in sides:
        verdict = _compare_leaves(right, given, wanted)
        if verdict.message:
            where = "".join(map(within, path))
            return Verdict(where + verdict.message, verdict.margin, verdict.difference)
        if verdict.margin is not None:
            margin = max(margin or 0.0, verdict.margin)
    return Verdict(margin=margin)


def structure(expected: Value, actual: Value, where: str = "") -> Verdict:
    """The verdict on type, shape, dtype and context alone."""
    match expected, actual:
        case Array(), Array():
            return _array_structure(expected, actual, where)
        case Number(), Number() if (expected.kind == "bool") == (actual.kind == "bool"):
            return Verdict()
        case (Text(), Text()) | (Nothing(), Nothing()):
            return Verdict()
        case Items(), Items() if len(expected.values) == len(actual.values):
            for i, (mine, yours) in enumerate(zip(expected.values, actual.values, strict=True)):
                found = structure(mine, yours, where + within(i))
                if not found.passed:
                    return found
            return Verdict()
        case Table(), Table() if expected.values.keys() == actual.values.keys():
            for key, mine in expected.values.items():
                found = structure(mine, actual.values[key], where + within(key))
                if not found.passed:
                    return found
            return Verdict()
        case Table(), Table():
            listed, wanted = _listing(actual.values), _listing(expected.values)
            said = _("there are {listed}; expected {wanted}.")
            return Verdict(where + said.format(listed=listed, wanted=wanted))
    # A size among others, say, is no function's result.
    counted = where and isinstance(expected, Number) and expected.kind == "int"
    said = _("{actual}, where {expected} is expected.") if counted else _remedy(expected, actual)
    return Verdict(where + said.format(actual=name(actual), expected=name(expected)))


def within(key: int | str) -> str:
    """How a sentence begins on a part of an answer."""
    return _("{part}: ").format(part=called(key))


def holds_nan(value: Value) -> bool:
    """Whether any number in it is a nan."""
    return any(bool(np.isnan(n).any()) for n in _all_numbers(value) if n.dtype.kind == "f")


def _array_structure(expected: Array, actual: Array, where: str) -> Verdict:
    try:
        to_numpy(actual)
    except BadArray as error:
        return Verdict(where + no_array(error))
    if expected.shape != actual.shape:
        said = _("shape {actual}, expected {expected}.")
        said = said.format(actual=tuple(actual.shape), expected=tuple(expected.shape))
        return Verdict(where + said, shapes=(expected.shape, actual.shape))
    if expected.dtype != actual.dtype:
        said = _("dtype {actual}, expected {expected}.")
        return Verdict(where + said.format(actual=actual.dtype, expected=expected.dtype))
    if expected.device != actual.device:
        said = _("on {actual}, expected on {expected}.")
        return Verdict(where + said.format(actual=actual.device, expected=expected.device))
    return Verdict()


def no_array(why: BadArray) -> str:
    """The sentence on what claims to be an array and is none."""
    return _("this is not an array: {why}.").format(why=why)


def _remedy(expected: Value, actual: Value) -> str:
    """The sentence on another type: with advice, where the type says what happened."""
    match expected, actual:
        case Array(), Other(type_name="numpy.ndarray"):
            return _(
                "{actual}, where {expected} is expected: "
                "use MXNet's functions, not NumPy's, and no asnumpy."
            )
        case Array(), Other(type_name=kind) if "symbol" in kind.lower():
            return _("{actual}, where {expected} is expected: compute with nd, not with sym.")
    if isinstance(actual, Nothing):
        return _("{actual}, where {expected} is expected: is a `return` missing?")
    return _("{actual}, where {expected} is expected.")


def _listing(table: dict[str, Any]) -> str:
    return joined(key[:40] for key in list(table)[:12]) or _("no entries")


def leaves(value: Value, path: _Path = ()) -> Iterator[tuple[_Path, Value]]:
    """What is no container, each with the keys that lead to it."""
    if isinstance(value, Items):
        for i, item in enumerate(value.values):
            yield from leaves(item, (*path, i))
    elif isinstance(value, Table):
        for key in sorted(value.values):
            yield from leaves(value.values[key], (*path, key))
    else:
        yield path, value


def _compare_leaves(right: Value, given: Value, wanted: Target) -> Verdict:
    if isinstance(right, Text) and isinstance(given, Text):
        if right.value == given.value:
            return Verdict()
        return Verdict(_other(given.value[:80], right.value[:80]))
    numbers = _numbers(given)
    margin, difference = against(wanted, numbers)
    if difference is None:
        return Verdict(margin=margin)
    if isinstance(right, Array):
        return Verdict(sentence(difference), margin, difference)
    return Verdict(_other(numbers.item(), wanted.answer.item()), margin)


def _other(actual: object, expected: object) -> str:
    said = _("{actual}, expected {expected}.")
    return said.format(actual=repr(actual), expected=repr(expected))


def _all_numbers(value: Value) -> list[Numbers]:
    return [_numbers(leaf) for _path, leaf in leaves(value)]


def _numbers(leaf: Value) -> Numbers:
    """A leaf's numbers; none for what holds none."""
    if isinstance(leaf, Array):
        return to_numpy(leaf)
    return np.asarray(leaf.value if isinstance(leaf, Number) else [])
