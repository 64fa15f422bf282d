"""Compares an array with the reference's, element by element, where the two are."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.judge import allowance
from grader.judge.arrays import Numbers, host, namespace
from grader.judge.rule import told_apart
from grader.language import _


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
class Target:
    """What an array should hold, and how far a right answer may be from it."""

    answer: Numbers
    """The reference's, in its own dtype."""
    exact: Numbers
    """In float64; of whole numbers and truth values the answer itself."""
    allowed: float


def target(answer: Numbers, exact: Numbers, moved: Sequence[Numbers], eps: float) -> Target:
    """What `allowance.derive` makes of the reference's answers, which it explains."""
    if answer.dtype.kind != "f":
        return Target(answer, answer, 0.0)
    # Never infinite, or else anything would pass.
    allowed = min(allowance.derive(answer, exact, moved, eps), sys.float_info.max)
    return Target(answer, exact.astype(np.float64), allowed)


def against(target: Target, actual: Numbers) -> tuple[float | None, Difference | None]:
    """The largest error in units of the allowance, None of an empty array; and where it is wrong.

    `actual` has the target's shape and its library, NumPy or CuPy.
    """
    if not actual.size:
        return None, None
    xp = namespace(actual)
    if target.answer.dtype.kind == "f":
        error = _error(xp, target.exact, actual.astype(np.float64), target.allowed)
    else:  # float64 does not tell large whole numbers apart
        error = xp.where(actual == target.answer, 0.0, np.inf)
    # "not (error <= allowed)" and not "error > allowed": a nan must never pass.
    wrong = ~(error <= target.allowed)
    with np.errstate(over="ignore"):
        ratios = error / target.allowed if target.allowed else xp.where(error > 0, np.inf, 0.0)
    if not wrong.any():
        return float(ratios.max()), None
    worst = np.unravel_index(int(ratios.argmax()), ratios.shape)
    index = tuple(int(i) for i in worst)
    ratio = float(ratios[index])
    return ratio, Difference(host(target.answer), host(actual), index, ratio, int(wrong.sum()))


def _error(xp: Any, exact: Numbers, given: Numbers, allowed: float) -> Numbers:
    """How far each element is off: infinitely, where only one side is finite."""
    with np.errstate(invalid="ignore", over="ignore"):
        error: Numbers = abs(given - exact)
    if (error <= allowed).all():
        return error
    same = (given == exact) | (xp.isnan(given) & xp.isnan(exact))
    off: Numbers = xp.where(same, 0.0, error)
    off[~(same | xp.isfinite(off))] = np.inf
    return off


def _times(ratio: float) -> str:
    """`86,400 times`: three digits, which is all that a ratio of errors means."""
    short = float(f"{ratio:.3g}")
    number = f"{short:,.0f}" if 100 <= short < 1e7 else f"{short:.3g}"
    return _("{number} times").format(number=number)


def sentence(difference: Difference) -> str:
    """Where it is wrong, by how much, and how much of it."""
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
    shown = told_apart(actual, expected, fewest=6)
    facts = [
        said.format(
            actual=shown[0],
            index=list(difference.worst),
            expected=shown[1],
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
