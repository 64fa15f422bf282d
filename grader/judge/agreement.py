"""How far a reference is from an oracle: the same exercise written again in float64.

The allowance of grading is made from the reference's own answers, so it widens with the rounding
of a reference and cannot tell whether the reference is right.  The oracle can: it is a formula,
computed by other code.  Two errors are told, both in units of what is allowed:

* of the answer, as submissions are compared with it, in the allowance that they get;
* of the reference's float64 run, in that same allowance as it would be in float64: own error,
  conditioning and size all shrink with the unit in the last place, so it is multiplied by the
  quotient of the two units.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.judge import allowance
from grader.judge.answers import name, to_numpy
from grader.judge.arrays import Numbers, host, is_array
from grader.judge.compare import Expected
from grader.judge.value import Array, Items, Nothing, Number, Table, Text, Value

_DOUBLE = 2.0**-52
"""The unit in the last place of 1 in float64."""


@dataclass(frozen=True)
class Agreement:
    """The largest errors of one answer, in units of the allowance; 1 is the most there may be."""

    answer: float = 0.0
    exact: float = 0.0
    """Of the run in float64."""
    message: str = ""
    """What does not fit, where the errors are infinite."""

    @property
    def found(self) -> bool:
        """Whether both errors are within their allowances; never for a nan."""
        return self.answer <= 1 and self.exact <= 1

    def worse(self, other: Agreement) -> Agreement:
        """The larger errors of both."""
        message = self.message or other.message
        return Agreement(max(self.answer, other.answer), max(self.exact, other.exact), message)


def agreement(expected: Expected, truth: Any, *, sharp: bool = True) -> Agreement:
    """Compare a reference's answers with an oracle's: arrays, numbers, lists and dicts of them.

    Without `sharp` the run in float64 gets the allowance of the answer.
    """
    quotient = _DOUBLE / expected.eps if sharp else 1.0
    worst = Agreement()
    for where, values, right in _leaves([expected.answer, expected.exact, *expected.moved], truth):
        worst = worst.worse(_leaf(where, values, right, expected.eps, quotient))
    return worst


def _leaves(
    sides: list[Value], truth: Any, where: str = ""
) -> Iterator[tuple[str, list[Value], Any]]:
    """What is no container on the reference's side, with what the oracle has there."""
    first = sides[0]
    if isinstance(first, Items) and isinstance(truth, list | tuple):
        if len(first.values) == len(truth):
            for i, right in enumerate(truth):
                parts = [side.values[i] for side in sides if isinstance(side, Items)]
                yield from _leaves(parts, right, f"{where}part {i + 1}: ")
            return
    elif isinstance(first, Table) and isinstance(truth, dict) and first.values.keys() == set(truth):
        for key, right in truth.items():
            parts = [side.values[key] for side in sides if isinstance(side, Table)]
            yield from _leaves(parts, right, f"{where}{key}: ")
        return
    yield where, sides, truth


def _leaf(where: str, sides: list[Value], truth: Any, eps: float, quotient: float) -> Agreement:
    answer = sides[0]
    if isinstance(answer, Text | Nothing) or truth is None or isinstance(truth, str):
        same = answer == (Nothing() if truth is None else Text(str(truth)))
        return Agreement() if same else _misfit(where, answer, truth)
    if not isinstance(answer, Array | Number) or isinstance(truth, list | tuple | dict):
        return _misfit(where, answer, truth)
    right, (single, double, *moved) = host(truth), [_numbers(side) for side in sides]
    if right.shape != single.shape or (right.dtype.kind == "b") != (single.dtype.kind == "b"):
        return _misfit(where, answer, truth)
    if single.dtype.kind != "f":
        same = np.array_equal(single, right) and np.array_equal(double, right)
        return Agreement() if same else _misfit(where, answer, truth)
    allowed = allowance.derive(single, double, moved, eps)
    return Agreement(_largest(single, right, allowed), _largest(double, right, allowed * quotient))


def _numbers(leaf: Value) -> Numbers:
    if isinstance(leaf, Array):
        return to_numpy(leaf)
    return np.asarray(leaf.value if isinstance(leaf, Number) else np.nan)


def _largest(given: Numbers, right: Numbers, allowed: float) -> float:
    """The largest error in units of the allowance; infinite for a nan."""
    if not given.size:
        return 0.0
    given, right = given.astype(np.float64), right.astype(np.float64)
    with np.errstate(invalid="ignore"):
        error = np.where(given == right, 0.0, np.abs(given - right))
    largest = float(error.max())
    if largest == 0:
        return 0.0
    return largest / allowed if allowed and np.isfinite(largest) else np.inf


def _misfit(where: str, answer: Value, truth: Any) -> Agreement:
    told = f"an array of shape {truth.shape}" if is_array(truth) else repr(truth)[:80]
    message = f"{where}the reference answers {name(answer)}, the oracle {told}"
    return Agreement(np.inf, np.inf, message)
