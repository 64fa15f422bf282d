"""Why is it wrong?  A known mistake that gives the same answers, or else a symptom.

Each mistake in `mistakes.py` was run on the same inputs.  It explains a submission if, on every
check where the mistake differs from the reference, the submission gives the mistake's answer.

A course that was handed out has no mistakes.py: their sentences are in its answer key, each under
a lock that the mistake's answers open.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from grader.course import Check
from grader.course.loading import Entry
from grader.grading import locks, released, verdicts
from grader.grading.references import Expectation, References
from grader.judge import answers, compare, symptoms
from grader.judge.compare import Expected
from grader.worker.client import Run
from grader.worker.conversation import TakeResult
from grader.worker.protocol import Value

SLACK = 16
"""The same mistake, written differently, rounds differently; nothing is graded by this."""


class Likeness(IntEnum):
    """What two wrong outcomes have in common."""

    NONE = 0
    KIND = 1
    """Random draws that break the law in the same way."""
    ANSWER = 2
    """The same numbers, or an exception with the same words."""


@dataclass(frozen=True)
class Mistaken:
    """How a mistake ended one take, to be compared with many submissions."""

    outcome: TakeResult
    eps: float
    """Of the take's dtype."""

    @property
    def value(self) -> Value | None:
        """What was answered, if it was a value."""
        return value_of(self.outcome)

    @cached_property
    def expected(self) -> Expected:
        """What somebody answers who makes the mistake."""
        assert self.value is not None
        return Expected(self.value, self.value, (), SLACK * self.eps)


class Diagnosis:
    """Compares submissions with what each mistake gets wrong, which it works out once."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._differs: dict[str, list[set[int]]] = {}
        self._mistaken: dict[str, list[list[Mistaken]]] = {}

    def differs(self, entry: Entry) -> list[set[int]]:
        """For each mistake, the takes that it does not answer as the reference does."""
        if entry.id not in self._differs:
            checks = [entry.exercise.named(t.check) for t in self._references.takes(entry)]
            expectations = self._references.expectations(entry)
            self._differs[entry.id] = [
                wrong_takes(checks, run.takes, expectations)
                for run in self._references.mistakes(entry)
            ]
        return self._differs[entry.id]

    def mistaken(self, entry: Entry) -> list[list[Mistaken]]:
        """For each mistake, how it ended each take."""
        if entry.id not in self._mistaken:
            eps = [expected.answer.eps for expected in self._references.expectations(entry)]
            self._mistaken[entry.id] = [
                [Mistaken(outcome, unit) for outcome, unit in zip(run.takes, eps, strict=True)]
                for run in self._references.mistakes(entry)
            ]
        return self._mistaken[entry.id]

    def likely_cause(self, entry: Entry, run: Run) -> str | None:
        """The sentence of the mistake that explains most of what is wrong, or what the first
        wrong answer looks like, or None."""
        checks = [entry.exercise.named(outcome.take.check) for outcome in run.takes]
        expectations = self._references.expectations(entry)
        known = self._known_mistake(entry, checks, run, expectations)
        return known or _symptom(checks, run.takes, expectations)

    def _known_mistake(
        self, entry: Entry, checks: list[Check], run: Run, expectations: list[Expectation]
    ) -> str | None:
        unfilled = {i for i, outcome in enumerate(run.takes) if verdicts.unfilled(outcome)}
        wrong = wrong_takes(checks, run.takes, expectations) - unfilled
        if entry.released:
            return _unlocked(entry, run, wrong)
        first = min(wrong, default=0)
        best: tuple[tuple[bool, int], str] | None = None
        for mistake, mistaken, everywhere in zip(
            entry.mistakes, self.mistaken(entry), self.differs(entry), strict=True
        ):
            differs = everywhere - unfilled  # one stub done, and the other still to be filled in
            if not differs or not differs <= wrong:
                continue
            likeness = {
                i: alike(checks[i], run.takes[i], mistaken[i], expectations[i]) for i in differs
            }
            # What explains a part only must explain, by its numbers, what the report shows first.
            whole = differs == wrong
            if not whole and not (
                likeness.get(first) == Likeness.ANSWER and value_of(run.takes[first])
            ):
                continue
            rank = (whole, sum(likeness.values()))
            if all(likeness.values()) and (best is None or rank > best[0]):
                best = (rank, mistake.sentence)
        return best[1] if best else None


def _unlocked(entry: Entry, run: Run, wrong: set[int]) -> str | None:
    """The same from an answer key, where only equal answers count."""
    first = min(wrong, default=0)
    best: tuple[tuple[bool, int], str] | None = None
    for lock in released.read(entry).locks:
        differs = {part.take for part in lock.parts}
        whole = differs == wrong
        if not differs <= wrong or not (
            whole or (first in differs and value_of(run.takes[first]) is not None)
        ):
            continue
        sentences = locks.read(lock, {i: outcome_of(run.takes[i]) for i in differs})
        rank = (whole, len(differs))
        if sentences and (best is None or rank > best[0]):
            best = (rank, sentences[entry.language])
    return best[1] if best else None


def _symptom(
    checks: list[Check], outcomes: list[TakeResult], expectations: list[Expectation]
) -> str | None:
    """What the first wrong answer that was compared looks like."""
    for check, outcome, expected in zip(checks, outcomes, expectations, strict=True):
        if outcome.answer is None or outcome.answer.value is None:
            continue
        verdict = verdicts.assess(check, expected, outcome.answer.value)
        if verdict.passed:
            continue
        if verdict.difference:
            inputs = [answers.to_numpy(array) for array in expected.inputs]
            right, given = verdict.difference.expected, verdict.difference.actual
            return symptoms.of_values(right, given, inputs) or None
        if verdict.shapes:
            return symptoms.of_shapes(*verdict.shapes) or None
        return None
    return None


def wrong_takes(
    checks: list[Check], outcomes: list[TakeResult], expectations: list[Expectation]
) -> set[int]:
    """The indices of the takes that are not answered as the reference answers them."""
    wrong = set()
    for i, (check, outcome, expected) in enumerate(
        zip(checks, outcomes, expectations, strict=True)
    ):
        value = value_of(outcome)
        if value is None or not verdicts.assess(check, expected, value).passed:
            wrong.add(i)
    return wrong


def alike(check: Check, mine: TakeResult, theirs: Mistaken, expected: Expectation) -> Likeness:
    """How much two wrong outcomes have in common."""
    value, mistaken = value_of(mine), theirs.value
    if value is None or mistaken is None:
        same = value is mistaken and failure_words(mine) == failure_words(theirs.outcome)
        return Likeness.ANSWER if same else Likeness.NONE
    if value == mistaken:  # also what cannot be compared: an object of the same type
        return Likeness.ANSWER
    if compare.equal(theirs.expected, value).passed:
        return Likeness.ANSWER
    if check.judge:
        messages = [verdicts.assess(check, expected, side).message for side in (value, mistaken)]
        if _same_words(*messages) and _close_numbers(*messages):
            return Likeness.KIND
    return Likeness.NONE


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


def outcome_of(result: TakeResult) -> locks.Outcome:
    """What opens a lock: the value, or the words of the failure."""
    value = value_of(result)
    return failure_words(result) if value is None else value


def value_of(outcome: TakeResult) -> Value | None:
    """What was answered, if it was a value."""
    return outcome.answer.value if outcome.answer else None


def failure_words(outcome: TakeResult) -> tuple[str, str, str]:
    """How it ended otherwise, and the exception's words without their numbers."""
    failure = outcome.answer.failure if outcome.answer else None
    text = _without_numbers(failure.message) if failure else ""
    return outcome.end.value, failure.type if failure else "", text
