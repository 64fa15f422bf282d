"""Why is it wrong?  A known mistake that gives the same answers, or else a symptom.

Each mistake in `mistakes.py` was run on the same inputs, in the checks that call what it is a
version of: of two stubs the other may be wrong in its own way, whether it calls this one or not.
It explains a submission if, on every one of them where the mistake differs from the reference, the
submission gives the mistake's answer.  It may explain a part only of what is wrong: then what the
report shows first.

A course that was handed out has no mistakes.py: their sentences are in its answer key, each under
a lock that the mistake's answers open.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from grader.course.loading import Entry
from grader.grading import locks, released
from grader.grading.adornment import adornment
from grader.grading.outcome import Likeness, Outcome, alike, outcomes
from grader.grading.references import References
from grader.judge import answers, symptoms

Outcomes = Mapping[int, Outcome]
"""How takes ended, by their places, which ascend, in the exercise's takes."""


class Diagnosis:
    """Compares submissions with what mistakes get wrong, which it works out once."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._ended: dict[str, list[Outcomes]] = {}
        """By exercise, for each mistake, how it ended its takes."""

    def mistaken(self, entry: Entry) -> list[Outcomes]:
        """For each mistake, how it ended each of its takes."""
        if entry.id not in self._ended:
            expected = self._references.expectations(entry)
            self._ended[entry.id] = [
                dict(
                    zip(places, outcomes(entry, ended, [expected[i] for i in places]), strict=True)
                )
                for places, ended in zip(
                    self._references.places(entry), self._references.mistakes(entry), strict=True
                )
            ]
        return self._ended[entry.id]

    @adornment()
    def likely_cause(self, entry: Entry, mine: Outcomes) -> str | None:
        """The sentence of the mistake that explains most of what is wrong, or what the first
        wrong answer looks like, or None."""
        undone = {i for i, outcome in mine.items() if outcome.unfilled or outcome.absent}
        wrong = wrong_of(mine) - undone
        if entry.released:
            known = _unlocked(entry, mine, wrong)
        else:
            known = self._known_mistake(entry, mine, wrong, undone)
        return known or _symptom(mine)

    def _known_mistake(
        self, entry: Entry, mine: Outcomes, wrong: set[int], undone: set[int]
    ) -> str | None:
        best: tuple[tuple[bool, int, int], str] | None = None
        mistaken = self.mistaken(entry) if wrong else []
        for mistake, theirs in zip(entry.mistakes, mistaken, strict=False):
            differs = wrong_of(theirs) - undone  # one stub done, the other still to be filled in
            if not _may_explain(differs, wrong, theirs.keys(), mine):
                continue
            likeness = {i: alike(mine[i], theirs[i]) for i in differs}
            whole = differs == wrong & theirs.keys()
            if Likeness.NONE in likeness.values():
                continue
            if not (whole or likeness[min(wrong)] is Likeness.ANSWER):
                continue
            rank = (whole, sum(likeness.values()), len(theirs.keys() & mine.keys()))
            if best is None or rank > best[0]:
                best = (rank, mistake.sentence)
        return best[1] if best else None


def wrong_of(side: Outcomes) -> set[int]:
    """The takes that are not answered as the reference does."""
    return {i for i, outcome in side.items() if not outcome.right}


def _may_explain(differs: set[int], wrong: set[int], own: AbstractSet[int], mine: Outcomes) -> bool:
    """Whether a mistake that differs at these of its own takes may explain what the report shows
    first: its numbers, or its exception wherever that ended one of them."""
    if not differs <= wrong:
        return False
    words = mine[min(wrong)].words
    same = {i for i in wrong & own if mine[i].value is None and mine[i].words == words}
    return min(wrong) in differs and same <= differs


def _unlocked(entry: Entry, mine: Outcomes, wrong: set[int]) -> str | None:
    """The same from an answer key, where only equal answers count."""
    best: tuple[tuple[bool, int, int], str] | None = None
    for lock in released.read(entry).locks:
        differs = {part.take for part in lock.parts}
        own = set(lock.own)
        if not _may_explain(differs, wrong, own, mine):
            continue
        sentences = locks.read(lock, {i: mine[i].key for i in differs})
        rank = (differs == wrong & own, len(differs), len(own))
        if sentences and (best is None or rank > best[0]):
            best = (rank, sentences[entry.language])
    return best[1] if best else None


def _symptom(mine: Outcomes) -> str | None:
    """What the first wrong answer looks like; nothing where an exception is shown before it."""
    tried = [outcome for outcome in mine.values() if not (outcome.unfilled or outcome.absent)]
    first = next((outcome for outcome in tried if not outcome.right), None)
    if first is None or first.value is None:
        return None
    verdict = first.verdict
    if verdict.difference:
        inputs = [answers.to_numpy(array) for array in first.expectation.inputs]
        right, given = verdict.difference.expected, verdict.difference.actual
        return symptoms.of_values(right, given, inputs) or None
    return (symptoms.of_shapes(*verdict.shapes) or None) if verdict.shapes else None
