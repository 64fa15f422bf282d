"""Why is it wrong?  A known mistake that gives the same answers, or else a symptom.

Each mistake in `mistakes.py` is run on the same inputs, in the checks that call the stub it is a
version of and in no others: there other stubs may be wrong for other reasons.  It explains a
submission if, on every one of them where the mistake differs from the reference, the submission
gives the mistake's answer.  It may explain a part only of what is wrong: then what the report shows
first.

A course that was handed out has no mistakes.py: their sentences are in its answer key, each under
a lock that the mistake's answers open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from operator import itemgetter

from grader.course.loading import Entry
from grader.grading import locks, released
from grader.grading.adornment import adornment
from grader.grading.outcome import Likeness, Outcome, alike, outcomes
from grader.grading.references import References
from grader.judge import answers, symptoms

Wrong = Mapping[int, Outcome]
"""How takes ended that are not answered as the reference does, by their places, which ascend, in
the exercise's takes."""
Explanation = tuple[tuple[bool, int, int], str]
"""A mistake that may be the cause: whether it explains all that is wrong with its own takes, how
much it explains, and how many takes it was compared in; and its sentence."""


class Diagnosis:
    """Compares submissions with what mistakes get wrong, which it works out once."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._mistaken: dict[str, list[Wrong]] = {}

    def mistaken(self, entry: Entry) -> list[Wrong]:
        """What each mistake gets wrong of the takes that it is run on."""
        if entry.id not in self._mistaken:
            expected = self._references.expectations(entry)
            places = self._references.places(entry)
            self._mistaken[entry.id] = [
                wrong_of(zip(own, outcomes(entry, takes, [expected[i] for i in own]), strict=True))
                for own, takes in zip(places, self._references.mistakes(entry), strict=True)
            ]
        return self._mistaken[entry.id]

    @adornment()
    def likely_cause(self, entry: Entry, mine: Wrong) -> str | None:
        """The sentence of the mistake that explains most of what is wrong, or what the first
        wrong answer looks like, or None."""
        undone = {i for i, outcome in mine.items() if outcome.unfilled or outcome.absent}
        tried = {i: outcome for i, outcome in mine.items() if i not in undone}
        if not tried:
            return None
        found = _unlocked(entry, tried) if entry.released else self._known(entry, tried, undone)
        _, sentence = max(found, key=itemgetter(0), default=(None, None))
        return sentence or _symptom(next(iter(tried.values())))

    def _known(self, entry: Entry, mine: Wrong, undone: set[int]) -> Iterator[Explanation]:
        places = self._references.places(entry)
        for mistake, own, theirs in zip(entry.mistakes, places, self.mistaken(entry), strict=True):
            differs = theirs.keys() - undone  # one stub done, the other still to be filled in
            if not _may_explain(differs, mine, own):
                continue
            likeness = _likeness(mine, theirs, sorted(differs))
            whole = differs == mine.keys() & own
            if likeness and (whole or likeness[0] is Likeness.ANSWER):
                yield (whole, sum(likeness), len(own)), mistake.sentence


def wrong_of(ended: Iterable[tuple[int, Outcome]]) -> Wrong:
    """Of how takes ended, by their places, what is not answered as the reference does."""
    return {place: outcome for place, outcome in ended if not outcome.right}


def _may_explain(differs: AbstractSet[int], mine: Wrong, own: Collection[int]) -> bool:
    """Whether a mistake that differs at these of its own takes may explain what the report shows
    first: its numbers, or its exception wherever that ended one of them."""
    if not differs <= mine.keys():
        return False
    words = mine[min(mine)].words
    same = {i for i in own if i in mine and mine[i].value is None and mine[i].words == words}
    return min(mine) in differs and same <= differs


def _likeness(mine: Wrong, theirs: Wrong, places: Iterable[int]) -> list[Likeness]:
    """How much both have in common in each of these takes; empty where it is nothing in any."""
    found: list[Likeness] = []
    for place in places:
        likeness = alike(mine[place], theirs[place])
        if likeness is Likeness.NONE:  # as nearly always, at the first of them
            return []
        found.append(likeness)
    return found


def _unlocked(entry: Entry, mine: Wrong) -> Iterator[Explanation]:
    """From an answer key, where only equal answers count."""
    for lock in released.read(entry).locks:
        differs = {part.take for part in lock.parts}
        if not _may_explain(differs, mine, lock.own):
            continue
        sentences = locks.read(lock, {i: mine[i].key for i in differs})
        if sentences:
            whole = differs == mine.keys() & lock.own
            yield (whole, len(differs), len(lock.own)), sentences[entry.language]


def _symptom(first: Outcome) -> str | None:
    """What the first wrong answer looks like; nothing where an exception is shown before it."""
    if first.value is None:
        return None
    verdict = first.verdict
    if verdict.difference:
        inputs = [answers.to_numpy(array) for array in first.expectation.inputs]
        right, given = verdict.difference.expected, verdict.difference.actual
        return symptoms.of_values(right, given, inputs) or None
    return (symptoms.of_shapes(*verdict.shapes) or None) if verdict.shapes else None
