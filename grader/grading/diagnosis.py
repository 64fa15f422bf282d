"""Why is it wrong?  A known mistake that gives the same answers, or else a symptom.

Each mistake in `mistakes.py` was run on the same inputs.  It explains a submission if, on every
check where the mistake differs from the reference, the submission gives the mistake's answer.  It
may explain a part only, as where two stubs are wrong: then what the report shows first.

A course that was handed out has no mistakes.py: their sentences are in its answer key, each under
a lock that the mistake's answers open.
"""

from __future__ import annotations

from collections.abc import Iterable

from grader.course.loading import Entry
from grader.grading import locks, released
from grader.grading.adornment import adornment
from grader.grading.outcome import Likeness, Outcome, alike, outcomes
from grader.grading.references import References
from grader.judge import answers, symptoms


class Diagnosis:
    """Compares submissions with what each mistake gets wrong, which it works out once."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._mistaken: dict[str, list[list[Outcome]]] = {}
        self._differs: dict[str, list[set[int]]] = {}

    def mistaken(self, entry: Entry) -> list[list[Outcome]]:
        """For each mistake, how it ended each take."""
        if entry.id not in self._mistaken:
            expected = self._references.expectations(entry)
            runs = self._references.mistakes(entry)
            self._mistaken[entry.id] = [outcomes(entry, run, expected) for run in runs]
        return self._mistaken[entry.id]

    def differs(self, entry: Entry) -> list[set[int]]:
        """For each mistake, the takes that it does not answer as the reference does."""
        if entry.id not in self._differs:
            self._differs[entry.id] = [_wrong(theirs) for theirs in self.mistaken(entry)]
        return self._differs[entry.id]

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
        first = min(wrong, default=0)
        best: tuple[tuple[bool, int], str] | None = None
        for mistake, theirs, everywhere in zip(
            entry.mistakes, self.mistaken(entry), self.differs(entry), strict=True
        ):
            differs = everywhere - undone  # one stub done, and the other still to be filled in
            if not differs or not _may_explain(differs, wrong, mine):
                continue
            whole = differs == wrong
            likeness = _likeness(mine, theirs, differs)
            if not likeness or not (whole or likeness[first] is Likeness.ANSWER):
                continue
            rank = (whole, sum(likeness.values()))
            if best is None or rank > best[0]:
                best = (rank, mistake.sentence)
        return best[1] if best else None


def _wrong(side: Iterable[Outcome]) -> set[int]:
    return {i for i, outcome in enumerate(side) if not outcome.right}


def _may_explain(differs: set[int], wrong: set[int], mine: list[Outcome]) -> bool:
    """Whether what is wrong at these takes may explain all that is, or else what the report shows
    first: its numbers, or its exception wherever that ended a take."""
    if not differs <= wrong:
        return False
    first = mine[min(wrong)]
    same = {i for i in wrong if mine[i].value is None and mine[i].words == first.words}
    return differs == wrong or (min(wrong) in differs and same <= differs)


def _likeness(
    mine: list[Outcome], theirs: list[Outcome], places: Iterable[int]
) -> dict[int, Likeness]:
    """How alike both are at each of these takes; empty if they have nothing in common at one."""
    found = {}
    for i in places:
        found[i] = alike(mine[i], theirs[i])
        if found[i] is Likeness.NONE:
            return {}
    return found


def _unlocked(entry: Entry, mine: list[Outcome], wrong: set[int]) -> str | None:
    """The same from an answer key, where only equal answers count."""
    best: tuple[tuple[bool, int], str] | None = None
    for lock in released.read(entry).locks:
        differs = {part.take for part in lock.parts}
        if not differs or not _may_explain(differs, wrong, mine):
            continue
        sentences = locks.read(lock, {i: mine[i].key for i in differs})
        rank = (differs == wrong, len(differs))
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
