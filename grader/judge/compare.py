"""Compares an answer with the reference's: type, shape, dtype, context, and then values."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.judge import allowance
from grader.judge.answers import BadArray, name, to_numpy
from grader.judge.arrays import Numbers, host, namespace
from grader.judge.rule import called
from grader.language import _
from grader.worker.protocol import Array, Items, Nothing, Number, Other, Table, Text, Value


@dataclass(frozen=True)
class Expected:
    """The reference's answers to one probe."""

    answer: Value
    exact: Value
    """In float64 throughout."""
    moved: tuple[Value, ...]
    """In float64, on inputs moved by one unit in the last place of the case's dtype."""
    eps: float


@dataclass(frozen=True)
class Difference:
    """Where an array is wrong."""

    expected: Numbers
    actual: Numbers
    worst: tuple[int, ...]
    ratio: float
    """The worst error in units of the allowance; infinite for nan and inf."""
    wrong: int


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
    sides = (expected.answer, expected.exact, *expected.moved, actual)
    for (where, answer), *others in zip(*map(_leaves, sides), strict=True):
        verdict = _compare_leaves([answer, *(leaf for _, leaf in others)], expected.eps)
        if verdict.message:
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
    said = _remedy(expected, actual)
    return Verdict(where + said.format(actual=name(actual), expected=name(expected)))


def within(key: int | str) -> str:
    """How a sentence begins on a part of an answer."""
    return _("{part}: ").format(part=called(key))


def holds_nan(value: Value) -> bool:
    """Whether any number in it is a nan."""
    leaves = (_numbers(leaf) for _, leaf in _leaves(value))
    return any(bool(np.isnan(n).any()) for n in leaves if n.dtype.kind == "f")


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
                "stay with NDArray operations, without asnumpy."
            )
        case Array(), Other(type_name=kind) if "symbol" in kind.lower():
            return _("{actual}, where {expected} is expected: compute with nd, not with sym.")
    if isinstance(actual, Nothing):
        return _("{actual}, where {expected} is expected: is a `return` missing?")
    return _("{actual}, where {expected} is expected.")


def _listing(table: dict[str, Any]) -> str:
    return ", ".join(key[:40] for key in list(table)[:12]) or _("no entries")


def _leaves(value: Value, where: str = "") -> Iterator[tuple[str, Value]]:
    """What is no container, each with a prefix for messages that says where it is."""
    if isinstance(value, Items):
        for i, item in enumerate(value.values):
            yield from _leaves(item, where + within(i))
    elif isinstance(value, Table):
        for key in sorted(value.values):
            yield from _leaves(value.values[key], where + within(key))
    else:
        yield where, value


def _compare_leaves(sides: Sequence[Value], eps: float) -> Verdict:
    """Compare the last of `sides` with the others: the answer, exact, moved."""
    answer, actual = sides[0], sides[-1]
    if isinstance(answer, Text) and isinstance(actual, Text):
        if answer.value == actual.value:
            return Verdict()
        return Verdict(_other(actual.value[:80], answer.value[:80]))
    *right, given = [_numbers(side) for side in sides]
    verdict = elements(right, given, eps)
    if verdict.passed or isinstance(answer, Array):
        return verdict
    return Verdict(_other(given.item(), right[0].item()), verdict.margin)


def _other(actual: object, expected: object) -> str:
    said = _("{actual}, expected {expected}.")
    return said.format(actual=repr(actual), expected=repr(expected))


def _numbers(leaf: Value) -> Numbers:
    """A leaf's numbers; none for what holds none."""
    if isinstance(leaf, Array):
        return to_numpy(leaf)
    return np.asarray(leaf.value if isinstance(leaf, Number) else [])


def elements(sides: Sequence[Numbers], actual: Numbers, eps: float) -> Verdict:
    """The verdict on arrays of one shape and dtype, all of NumPy's or all of CuPy's.

    sides: what is expected, that in float64, and that in float64 on moved inputs.
    """
    xp = namespace(actual)
    answer, exact, *moved = sides
    if not actual.size:
        return Verdict()
    allowed = 0.0
    if answer.dtype.kind == "f":
        # Never infinite, or else anything would pass.
        allowed = min(allowance.derive(answer, exact, moved, eps), sys.float_info.max)
    right = exact.astype(np.float64) if answer.dtype.kind == "f" else answer.astype(np.float64)
    given = actual.astype(np.float64)
    with np.errstate(invalid="ignore", over="ignore"):
        error = abs(given - right)
    same = (given == right) | (xp.isnan(given) & xp.isnan(right))
    if answer.dtype.kind != "f":
        same = actual == answer  # float64 does not tell large whole numbers apart
        error = xp.where(error == 0, 1.0, error)
    error = xp.where(same, 0.0, xp.where(xp.isfinite(error), error, np.inf))
    # "not (error <= allowed)" and not "error > allowed": a nan must never pass.
    wrong = ~(error <= allowed)
    ratios = xp.where(error > 0, error / allowed if allowed else np.inf, 0.0)
    worst = np.unravel_index(int(ratios.argmax()), ratios.shape)
    index = tuple(int(i) for i in worst)
    margin = float(ratios[index])
    if not wrong.any():
        return Verdict(margin=margin)
    difference = Difference(host(answer), host(actual), index, margin, int(wrong.sum()))
    return Verdict(_sentence(difference), margin, difference)


def _times(ratio: float) -> str:
    """`86,400 times`: three digits, which is all that a ratio of errors means."""
    short = float(f"{ratio:.3g}")
    number = f"{short:,.0f}" if 100 <= short < 1e7 else f"{short:.3g}"
    return _("{number} times").format(number=number)


def _sentence(difference: Difference) -> str:
    actual, expected = difference.actual[difference.worst], difference.expected[difference.worst]
    total = difference.actual.size
    broken = int((~np.isfinite(difference.actual.astype(np.float64))).sum())
    finite = np.isfinite(difference.ratio)
    if difference.worst and finite:
        said = _("{actual} at {index}, expected {expected}, {times} the allowance")
    elif difference.worst:
        said = _("{actual} at {index}, expected {expected}")
    elif finite:
        said = _("{actual}, expected {expected}, {times} the allowance")
    else:
        said = _("{actual}, expected {expected}")
    facts = [
        said.format(
            actual=f"{actual:.6g}",
            index=list(difference.worst),
            expected=f"{expected:.6g}",
            times=_times(difference.ratio) if finite else "",
        )
    ]
    if total > 1:
        facts.append(
            _("{wrong} of {total} elements differ").format(wrong=difference.wrong, total=total)
        )
    if broken:
        facts.append(_("{number} of them nan or infinite").format(number=broken))
    return _("{sentence}.").format(sentence=_("; ").join(facts))
