"""Why is it wrong?  A known mistake that gives the same answers, or else a symptom.

Each mistake in `mistakes.py` was run on the same inputs.  It explains a submission if, on every
check where the mistake differs from the reference, the submission gives the mistake's answer.  What
counts are the checks that call what the mistake is a version of: of two stubs the other may be
wrong in its own way, whether it calls this one or not.  It may explain a part only of what is
wrong: then what the report shows first.

A course that was handed out has no mistakes.py: their sentences are in its answer key, each under
a lock that the mistake's answers open.
"""

from __future__ import annotations

import random
from collections.abc import Iterable

from grader.course.loading import Entry
from grader.grading import locks, released
from grader.grading.adornment import adornment
from grader.grading.outcome import Likeness, Outcome, alike, outcomes
from grader.grading.references import References
from grader.judge import answers, symptoms


class Diagnosis:
    """Compares submissions with what mistakes get wrong, which it works out once."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._ended: dict[str, list[list[Outcome]]] = {}
        """By exercise, for each mistake, how it ended its first takes, as many as were run."""
        self._owned: dict[str, list[set[int]]] = {}

    def mistaken(self, entry: Entry) -> list[list[Outcome]]:
        """For each mistake, how it ended each take."""
        return self._run(entry, range(len(entry.mistakes)), len(self._references.takes(entry)))

    def differs(self, entry: Entry) -> list[set[int]]:
        """For each mistake, the takes that it does not answer as the reference does."""
        return [_wrong(theirs) for theirs in self.mistaken(entry)]

    def telling(self, entry: Entry, number: int, differs: set[int]) -> set[int]:
        """The takes that tell whether somebody made this mistake: its own, or all where it
        `differs` in none of those."""
        own = self._own(entry)[number]
        return own if own & differs else set(range(len(self._references.takes(entry))))

    def _own(self, entry: Entry) -> list[set[int]]:
        """For each mistake, the takes whose checks call a stub of which it is a version."""
        if entry.id not in self._owned:
            takes = self._references.takes(entry)
            self._owned[entry.id] = [
                {i for i, take in enumerate(takes) if entry.called[take.check] & mistake.defines}
                for mistake in entry.mistakes
            ]
        return self._owned[entry.id]

    @adornment()
    def likely_cause(self, entry: Entry, mine: list[Outcome]) -> str | None:
        """The sentence of the mistake that explains most of what is wrong, or what the first
        wrong answer looks like, or None."""
        undone = {i for i, outcome in enumerate(mine) if outcome.unfilled or outcome.absent}
        wrong = _wrong(mine) - undone
        if entry.released:
            known = _unlocked(entry, mine, wrong)
        else:
            known = self._known_mistake(entry, mine, wrong, undone)
        return known or _symptom(mine)

    def _known_mistake(
        self, entry: Entry, mine: list[Outcome], wrong: set[int], undone: set[int]
    ) -> str | None:
        best: tuple[tuple[bool, int, int], str] | None = None
        for number, theirs in self._near(entry, mine, wrong, undone).items():
            differs = _wrong(theirs) - undone  # one stub done, and the other still to be filled in
            own = self.telling(entry, number, differs)
            if not _may_explain(differs & own, wrong, own, mine):
                continue
            likeness = {i: alike(mine[i], theirs[i]) for i in differs & wrong}
            if any(likeness[i] is Likeness.NONE for i in differs & own):
                continue
            whole = differs & own == wrong & own
            if not (whole or likeness[min(wrong)] is Likeness.ANSWER):
                continue
            rank = (whole, sum(likeness.values()), -len(differs - wrong))
            if best is None or rank > best[0]:
                best = (rank, entry.mistakes[number].sentence)
        return best[1] if best else None

    def _near(
        self, entry: Entry, mine: list[Outcome], wrong: set[int], undone: set[int]
    ) -> dict[int, list[Outcome]]:
        """How the mistakes ended that first go wrong where this does, and alike.

        Few do, and the others are not run to the end: all mistakes of one exercise may take half a
        minute.
        """
        if not wrong:
            return {}
        first = min(wrong)
        ended = self._run(entry, [], 0)

        def left(numbers: Iterable[int]) -> list[int]:
            own = self._own(entry)
            return [n for n in numbers if _begins_alike(ended[n], mine, first, own[n] - undone)]

        near = left(range(len(entry.mistakes)))
        fresh = [n for n in near if not ended[n]]
        for count in (1, first + 1):
            self._run(entry, left(fresh), count)
        self._run(entry, left(near), len(mine))
        return {n: ended[n] for n in left(near)}

    def _run(self, entry: Entry, numbers: Iterable[int], count: int) -> list[list[Outcome]]:
        """How each mistake ended its first takes: these ones `count` at least."""
        ended = self._ended.setdefault(entry.id, [[] for _ in entry.mistakes])
        further = [n for n in numbers if len(ended[n]) < count]
        # In any order: stations that begin together do not wait for each other at every step.
        random.shuffle(further)
        runs = {n: self._references.begin_mistake(entry, n, count) for n in further}
        expected = self._references.expectations(entry)
        for number, future in runs.items():
            run = future.result()
            ended[number] = outcomes(entry, run, expected[: len(run.takes)])
        return ended


def _wrong(side: Iterable[Outcome]) -> set[int]:
    return {i for i, outcome in enumerate(side) if not outcome.right}


def _begins_alike(theirs: list[Outcome], mine: list[Outcome], first: int, own: set[int]) -> bool:
    """Whether a mistake is right in its own takes before the `first` wrong one and wrong there, and
    alike, as far as it was run."""
    for i, outcome in enumerate(theirs[: first + 1]):
        if i == first:
            return not outcome.right and alike(mine[i], outcome) is not Likeness.NONE
        if i in own and not outcome.right:
            return False
    return True


def _may_explain(differs: set[int], wrong: set[int], own: set[int], mine: list[Outcome]) -> bool:
    """Whether a mistake that differs at these of its own takes may explain what the report shows
    first: its numbers, or its exception wherever that ended one of them."""
    if not differs <= wrong:
        return False
    words = mine[min(wrong)].words
    same = {i for i in wrong & own if mine[i].value is None and mine[i].words == words}
    return min(wrong) in differs and same <= differs


def _unlocked(entry: Entry, mine: list[Outcome], wrong: set[int]) -> str | None:
    """The same from an answer key, where only equal answers count."""
    best: tuple[tuple[bool, int], str] | None = None
    for lock in released.read(entry).locks:
        differs = {part.take for part in lock.parts}
        own = set(lock.own)
        if not _may_explain(differs, wrong, own, mine):
            continue
        sentences = locks.read(lock, {i: mine[i].key for i in differs})
        rank = (differs == wrong & own, len(differs))
        if sentences and (best is None or rank > best[0]):
            best = (rank, sentences[entry.language])
    return best[1] if best else None


def _symptom(mine: list[Outcome]) -> str | None:
    """What the first wrong answer looks like; nothing where an exception is shown before it."""
    tried = [outcome for outcome in mine if not (outcome.unfilled or outcome.absent)]
    first = next((outcome for outcome in tried if not outcome.right), None)
    if first is None or first.value is None:
        return None
    verdict = first.verdict
    if verdict.difference:
        inputs = [answers.to_numpy(array) for array in first.expectation.inputs]
        right, given = verdict.difference.expected, verdict.difference.actual
        return symptoms.of_values(right, given, inputs) or None
    return (symptoms.of_shapes(*verdict.shapes) or None) if verdict.shapes else None
