"""Which picture shows what is wrong with an answer, if any does."""

from __future__ import annotations

import math
from collections.abc import Iterator

from grader.grading.adornment import adornment
from grader.grading.outcome import Outcome
from grader.judge.rule import Draws, called
from grader.judge.value import Items, Number, Table, Value
from grader.report import pictures
from grader.report.record import Picture

_SHORTEST = 3
"""Two points make no curve."""
_VISIBLE = 0.01
"""Of the expected curve's height: what is nearer cannot be told apart in a picture."""


@adornment()
def picture(wrong: Outcome) -> Picture | None:
    """A picture of a wrong answer: of the array that differs, of draws, or of two curves."""
    if found := wrong.verdict.difference:
        return pictures.heat_maps(found.expected, found.actual, found.worst)
    if wrong.check.judge is not None:
        return _histogram(wrong.drawn) if wrong.drawn else None
    assert wrong.value is not None
    for name, right, given in _sequences(wrong.expectation.answer.answer, wrong.value):
        if _differ(right, given):
            return pictures.curves(right, given, name=name)
    return None


def _histogram(found: Draws) -> Picture | None:
    return pictures.histogram(
        found.values,
        found.cdf,
        found.low,
        found.high,
        law=found.law,
        name=found.part,
        centred=found.two_valued,
    )


def _sequences(
    expected: Value, actual: Value, name: str = ""
) -> Iterator[tuple[str, list[float], list[float]]]:
    """Lists of numbers that stand at the same place of both answers, with the place's name."""
    match expected, actual:
        case Items(), Items():
            right, given = _curve(expected), _curve(actual)
            if len(right) >= _SHORTEST and given:
                yield name, right, given
                return
            for i, (mine, yours) in enumerate(zip(expected.values, actual.values, strict=False)):
                yield from _sequences(mine, yours, called(i))
        case Table(), Table():
            for key, mine in expected.values.items():
                if key in actual.values:
                    yield from _sequences(mine, actual.values[key], key)


def _curve(value: Items) -> list[float]:
    """Its numbers, if it holds nothing else."""
    numbers = [v.value for v in value.values if isinstance(v, Number) and v.kind != "bool"]
    return [_as_float(v) for v in numbers] if len(numbers) == len(value.values) else []


def _as_float(number: float) -> float:
    try:
        return float(number)
    except OverflowError:  # a whole number of a submission may have any size
        return math.inf


def _differ(right: list[float], given: list[float]) -> bool:
    if len(right) != len(given):
        return True
    height = max(right) - min(right) or max(map(abs, right)) or 1.0
    return any(not abs(a - b) <= _VISIBLE * height for a, b in zip(right, given, strict=True))
