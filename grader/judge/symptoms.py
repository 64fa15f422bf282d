"""What a wrong array looks like, when no known mistake explains it.

Each symptom is a relation between the wrong answer, the right one and the inputs that holds for
every element, and so hardly ever by chance.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction

import numpy as np

from grader.judge.arrays import Numbers
from grader.language import _

_CLOSE = 1e-4
"""Relative; a symptom is advice and costs no points, so that rounding of any kind may pass."""
_SINGLE = 1e-5
"""Relative; what a few roundings to float32 come to."""
_HARDLY = 1e-9
"""Relative; less than any of them."""
_FEW = 8
"""So many roundings may well go in one direction."""
_DENOMINATOR = 10
"""And numerator, of a fraction that somebody may have written."""
_LARGEST_EXPONENT = 88.0
"""exp(x) is infinite in float32 for x above 88.72."""


def of_values(expected: Numbers, actual: Numbers, inputs: Sequence[Numbers]) -> str:
    """A sentence on a wrong array of the right shape, or an empty string."""
    exact = expected.dtype == np.float64
    expected, actual = expected.astype(np.float64), actual.astype(np.float64)
    with np.errstate(all="ignore"):
        if _same(expected, actual):  # any relation would hold for a difference so small
            return _rounded(expected, actual) if exact else ""
        for symptom in _SYMPTOMS:
            if sentence := symptom(expected, actual, [i.astype(np.float64) for i in inputs]):
                return sentence
    return ""


def of_shapes(expected: Sequence[int], actual: Sequence[int]) -> str:
    """A sentence on a wrong shape, or an empty string."""
    mine, yours = tuple(expected), tuple(actual)
    if len(mine) == 2 and yours == mine[::-1]:
        return _("The result is transposed.")
    if len(mine) == 2 and mine[1] == 1 and yours == (mine[0], mine[0]):
        return _(
            "An (n, 1) array met an (n,) array and broadcast to (n, n): "
            "reshape one to the other's shape first."
        )
    if len(yours) < len(mine) and tuple(s for s in mine if s != 1) == yours:
        return _("An axis of size 1 was dropped: keepdims=True or reshape keeps it.")
    if yours in ((), (1,)) and np.prod(mine) > 1:
        return _("This is one number only: there should be one for each element, row or column.")
    return ""


def _rounded(expected: Numbers, actual: Numbers) -> str:
    """Rounding leaves all numbers seven digits, and most of them no more; it goes up and down."""
    errors = (actual / expected - 1)[expected != 0]
    sizes = np.abs(errors)
    seven = errors.size and np.median(sizes) > _HARDLY and sizes.max() < _SINGLE
    if seven and (errors.size < _FEW or errors.min() < 0 < errors.max()):
        return _(
            "Only some seven digits are right: is something float32 on the way, or is a small "
            "number such as 1e-7 added?"
        )
    return ""


def _not_finite(expected: Numbers, actual: Numbers, inputs: Sequence[Numbers]) -> str:
    broken = ~np.isfinite(actual)
    if not broken.any() or not np.isfinite(expected).all():
        return ""
    large = max((float(np.abs(i).max()) for i in inputs if i.size), default=0.0)
    if large > _LARGEST_EXPONENT:
        return _(
            "The result is nan or infinite where the inputs are large: a number on the way may "
            "overflow, as exp(x) does in float32 for x above 88, and inf/inf and 0/0 are nan."
        )
    return _(
        "The result is nan or infinite: look for a division by 0, a logarithm of 0 or the root of "
        "a negative number."
    )


def _zeros(expected: Numbers, actual: Numbers, _inputs: Sequence[Numbers]) -> str:
    if not actual.any() and expected.any():
        return _(
            "Every element is 0 here: is nothing computed, does no gradient flow back, or are "
            "numbers cut off or overwritten on the way?"
        )
    return ""


def _unchanged(expected: Numbers, actual: Numbers, inputs: Sequence[Numbers]) -> str:
    if actual.size < 2 or not actual.any():  # chance, or computed after all
        return ""
    for array in inputs:
        if array.shape == actual.shape and _same(array, actual) and not _same(array, expected):
            return _("The answer, or this part of it, equals an input: nothing was done to it.")
    return ""


def _changed(expected: Numbers, actual: Numbers, inputs: Sequence[Numbers]) -> str:
    alike = [array for array in inputs if array.shape == expected.shape]
    if any((array == expected).all() for array in alike):
        if any(_same(array, actual) for array in alike):
            return _("This equals one input, and should equal another.")
        return _(
            "This should be equal to an input: do you write into that input, or should it be the "
            "answer as it is?"
        )
    return ""


def _transposed(expected: Numbers, actual: Numbers, _inputs: Sequence[Numbers]) -> str:
    if expected.ndim == 2 and expected.shape[0] == expected.shape[1] > 1:
        return _("The result is transposed.") if _same(expected.T, actual) else ""
    return ""


def _wrong_axis(expected: Numbers, actual: Numbers, _inputs: Sequence[Numbers]) -> str:
    if expected.ndim != 2 or min(expected.shape) < 2:
        return ""
    ones = np.ones
    if _same(expected.sum(axis=1), ones(expected.shape[0])):
        if _same(actual.sum(axis=0), ones(expected.shape[1])):
            return _("The columns sum to 1, but the rows should: it is the other axis.")
        rows = actual.sum(axis=1)
        if _same(np.asarray(actual.sum()), ones(())) and (np.abs(rows - 1) > _CLOSE).all():
            return _("All elements together sum to 1, but each row should: sum along one axis.")
    return ""


def _scaled(expected: Numbers, actual: Numbers, inputs: Sequence[Numbers]) -> str:
    where = np.abs(expected) > _CLOSE * np.abs(expected).max(initial=0.0)
    # Of what relu made 0 any factor is right.
    if where.sum() < max(2, expected.size / 2) or not np.isfinite(actual).all():
        return ""
    factor = float(np.median(actual[where] / expected[where]))
    if factor == 0 or not _same(expected * factor, actual) or abs(factor - 1) < _CLOSE:
        return ""
    if abs(factor + 1) < _CLOSE:
        return _("Every element has the wrong sign.")
    sizes = {size for array in inputs for size in (*array.shape, array.size) if size > 2}
    for size in sorted(sizes):
        if abs(factor / size - 1) < _CLOSE:
            said = _(
                "Every element is {size} times the right one, and {size} is a size of the "
                "input: is a division by it missing?"
            )
            return said.format(size=size)
        if abs(factor * size - 1) < _CLOSE:
            said = _(
                "Every element is 1/{size} of the right one, and {size} is a size of the "
                "input: do you divide by it where you should not?"
            )
            return said.format(size=size)
    said = _("Every element is {factor} times the right one.")
    return said.format(factor=short) if (short := _short(factor)) else ""


def _shifted(expected: Numbers, actual: Numbers, _inputs: Sequence[Numbers]) -> str:
    if expected.size < 2 or not np.isfinite(actual).all():
        return ""
    offset = float(np.median(actual - expected))
    if (np.abs(actual - expected - offset) > _CLOSE * abs(offset)).any():
        return ""
    if not (short := _short(abs(offset))):
        return ""
    if offset < 0:
        return _("Every element is too small by {offset}.").format(offset=short)
    return _("Every element is too large by {offset}.").format(offset=short)


def _short(number: float) -> str:
    """`0.25` or `1/3`, where a number that somebody has written is that; empty for any other, which
    would be another one on other inputs."""
    if not math.isfinite(number):
        return ""
    ratio = Fraction(number).limit_denominator(_DENOMINATOR)
    shorts = [(float(f"{number:.2g}"), f"{number:.2g}")]
    if abs(ratio.numerator) <= _DENOMINATOR:
        shorts.append((float(ratio), str(ratio)))
    for value, text in shorts:
        if abs(value - number) < _CLOSE * abs(number):
            return text
    return ""


def _same(right: Numbers, given: Numbers) -> bool:
    scale = float(np.abs(right).max(initial=0.0))
    finite = np.isfinite(scale) and np.isfinite(given).all()
    return bool(finite and (np.abs(given - right) <= _CLOSE * scale).all())


_SYMPTOMS: list[Callable[[Numbers, Numbers, Sequence[Numbers]], str]] = [
    _not_finite,
    _changed,
    _unchanged,
    _zeros,
    _transposed,
    _scaled,
    _wrong_axis,
    _shifted,
]
