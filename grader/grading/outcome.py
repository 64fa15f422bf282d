"""How one side ended one take, beside what the take should answer; and what two such have in
common."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from grader.course import Check
from grader.course.loading import Entry
from grader.grading import locks
from grader.grading.references import Expectation
from grader.judge import answers, compare
from grader.judge.compare import Expected, Verdict
from grader.judge.rule import Draws, Rule
from grader.judge.value import Items, Table, Value
from grader.worker.conversation import TakeResult
from grader.worker.protocol import Failure

_SLACK = 16
"""The same mistake, written differently, rounds differently; nothing is graded by this."""


class Likeness(IntEnum):
    """What two wrong outcomes have in common."""

    NONE = 0
    KIND = 1
    """Random draws that break the law in the same way."""
    ANSWER = 2
    """The same numbers, or an exception with the same words."""


@dataclass(frozen=True)
class Outcome:
    """One take's outcome.  What follows from it is worked out once: a submission's is compared
    with many mistakes', and a mistake's with many submissions'."""

    check: Check
    result: TakeResult
    expectation: Expectation

    @property
    def value(self) -> Value | None:
        """What was answered, if it was a value."""
        return self.result.answer.value if self.result.answer else None

    @property
    def right(self) -> bool:
        """Whether it is answered as the reference answers it."""
        return self.value is not None and self.verdict.passed

    @property
    def failure(self) -> Failure | None:
        """The exception in which it ended, if it did."""
        return self.result.answer.failure if self.result.answer else None

    @property
    def unfilled(self) -> bool:
        """Whether it ended in a stub that still raises NotImplementedError."""
        return self.failure is not None and self.failure.unfilled

    @property
    def absent(self) -> bool:
        """Whether the check asked for a stub that the file does not define."""
        failure = self.failure
        if failure is None or failure.type != "AttributeError" or failure.frames:
            return False
        return failure.message.startswith("module ")

    @cached_property
    def verdict(self) -> Verdict:
        """Of the value."""
        assert self.value is not None
        return assess(self.check, self.expectation, self.value)

    @cached_property
    def drawn(self) -> Draws | None:
        """What was drawn, where the check's law tells that of an answer of the right structure."""
        law, right = self.check.judge, self.expectation.answer.answer
        if not isinstance(law, Rule) or self.value is None:
            return None
        if not compare.structure(right, self.value).passed:
            return None
        return law.drawn(answers.plain(_as_given(self.value, right, law.given)))

    @cached_property
    def words(self) -> tuple[str, str, str]:
        """How it ended where there is no value, and the exception's words without their numbers."""
        failure = self.failure
        text = _without_numbers(failure.message) if failure else ""
        return self.result.end.value, failure.type if failure else "", text

    @property
    def key(self) -> locks.Outcome:
        """What opens a lock: the value, or the words."""
        return self.words if self.value is None else self.value

    @cached_property
    def slack(self) -> float:
        """By how much of its size an answer of the same kind may differ: a wrong one may be in
        another dtype than asked for."""
        own = 0.0 if self.value is None else answers.eps(self.value)
        return _SLACK * max(own, self.expectation.answer.eps)

    @cached_property
    def as_expected(self) -> Expected:
        """What whoever does the same is expected to answer."""
        assert self.value is not None
        return Expected(self.value, self.value, (), self.slack)


def outcomes(
    entry: Entry, takes: Sequence[TakeResult], expected: Sequence[Expectation]
) -> list[Outcome]:
    """How takes ended, beside what each of them should answer."""
    return [
        Outcome(entry.exercise.named(result.take.check), result, expectation)
        for result, expectation in zip(takes, expected, strict=True)
    ]


def assess(check: Check, expected: Expectation, value: Value) -> Verdict:
    """Compare a value with the reference's, or put it before the check's law."""
    law, right = check.judge, expected.answer.answer
    if law is None:
        return compare.equal(expected.answer, value)
    found = compare.structure(right, value)
    if not found.passed:
        return found
    if isinstance(law, Rule):
        value = _as_given(value, right, law.given)
    return Verdict(law(answers.plain(value)) or "")


def _as_given(value: Value, right: Value, given: AbstractSet[str]) -> Value:
    """The value with the reference's parts under the keys `given`; both have one structure."""
    match value, right:
        case Items(), Items():
            pairs = zip(value.values, right.values, strict=True)
            return Items([_as_given(mine, theirs, given) for mine, theirs in pairs])
        case Table(), Table():
            parts = ((key, part, right.values[key]) for key, part in value.values.items())
            return Table({k: b if k in given else _as_given(a, b, given) for k, a, b in parts})
    return value


def alike(mine: Outcome, theirs: Outcome) -> Likeness:
    """How much two wrong outcomes of one take have in common."""
    if mine.value is None or theirs.value is None:
        same = mine.value is theirs.value and mine.words == theirs.words
        return Likeness.ANSWER if same else Likeness.NONE
    if mine.value == theirs.value:  # also what cannot be compared: an object of the same type
        return Likeness.ANSWER
    if compare.equal(theirs.as_expected, mine.value).passed:
        return Likeness.ANSWER
    messages = mine.verdict.message, theirs.verdict.message
    if not (mine.check.judge and _same_words(*messages) and _close_numbers(*messages)):
        return Likeness.NONE
    if mine.drawn and theirs.drawn and not mine.drawn.like(theirs.drawn):
        return Likeness.NONE
    return Likeness.KIND


_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:e[-+]?\d+)?")
"""`86,400` is one, `[6,5]` holds two."""
_CLOSE = 0.2
"""Relative; draws of one law with the same seeds spread less than that."""


def _without_numbers(message: str) -> str:
    return _NUMBER.sub("#", message)


def _same_words(mine: str, theirs: str) -> bool:
    return _without_numbers(mine) == _without_numbers(theirs)


def _close_numbers(mine: str, theirs: str) -> bool:
    """Whether two messages of one law speak of about the same sizes."""
    pairs = zip(_NUMBER.findall(mine), _NUMBER.findall(theirs), strict=True)
    numbers = [(float(a.replace(",", "")), float(b.replace(",", ""))) for a, b in pairs]
    return all(math.isclose(a, b, rel_tol=_CLOSE) for a, b in numbers)
