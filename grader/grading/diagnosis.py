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

import random
from collections.abc import Iterable, Mapping
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
        """By exercise, for each mistake, how it ended its first takes, as many as were run."""

    def mistaken(self, entry: Entry) -> list[Outcomes]:
        """For each mistake, how it ended each of its takes."""
        counts = map(len, self._references.places(entry))
        return self._run(entry, dict(enumerate(counts)))

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
        for number, theirs in self._near(entry, mine, wrong, undone).items():
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
                best = (rank, entry.mistakes[number].sentence)
        return best[1] if best else None

    def _near(
        self, entry: Entry, mine: Outcomes, wrong: set[int], undone: set[int]
    ) -> dict[int, Outcomes]:
        """How the mistakes ended that first go wrong where this does, and alike.

        Few do, and the others are not run to the end: all mistakes of one exercise may take half a
        minute.
        """
        if not wrong:
            return {}
        first = min(wrong)
        places = {n: own for n, own in enumerate(self._references.places(entry)) if first in own}
        ended = self._run(entry, {})

        def left(numbers: Iterable[int]) -> list[int]:
            return [n for n in numbers if _begins_alike(ended[n], mine, first, undone)]

        near = left(places)
        fresh = [n for n in near if not ended[n]]
        self._run(entry, dict.fromkeys(fresh, 1))
        self._run(entry, {n: places[n].index(first) + 1 for n in left(fresh)})
        self._run(entry, {n: len(places[n]) for n in left(near)})
        return {n: ended[n] for n in left(near)}

    def _run(self, entry: Entry, counts: Mapping[int, int]) -> list[Outcomes]:
        """How each mistake ended its first takes: these ones as many as they are given here, at
        least."""
        ended = self._ended.setdefault(entry.id, [{} for _ in entry.mistakes])
        further = [n for n, count in counts.items() if len(ended[n]) < count]
        # In any order: stations that begin together do not wait for each other at every step.
        random.shuffle(further)
        runs = {n: self._references.begin_mistake(entry, n, counts[n]) for n in further}
        expected = self._references.expectations(entry)
        for number, future in runs.items():
            run = future.result()
            places = self._references.places(entry)[number][: len(run.takes)]
            found = outcomes(entry, run, [expected[place] for place in places])
            ended[number] = dict(zip(places, found, strict=True))
        return ended


def wrong_of(side: Outcomes) -> set[int]:
    """The takes that are not answered as the reference does."""
    return {i for i, outcome in side.items() if not outcome.right}


def _begins_alike(theirs: Outcomes, mine: Outcomes, first: int, undone: set[int]) -> bool:
    """Whether a mistake is right before the `first` wrong take and wrong there, and alike, as far
    as it was run."""
    for i, outcome in theirs.items():
        if i == first:
            return not outcome.right and alike(mine[i], outcome) is not Likeness.NONE
        if not outcome.right and i not in undone:
            return False
    return True


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
