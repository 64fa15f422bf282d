"""How an exercise does on its own material: its stub, its reference, its mistakes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from grader.course import stubs
from grader.course.loading import Entry, KnownMistake
from grader.grading import Grader
from grader.grading.outcome import Likeness, Outcome, alike
from grader.grading.translation import named
from grader.report.record import ExerciseResult
from grader.submission import Source, Submission
from grader.worker.conversation import End

_ABSENT = re.compile(r"(?:module '[\w.]+' has no attribute|name) '(\w+)'")
"""How a NameError's or an AttributeError's message tells a name that is nowhere."""


@dataclass(frozen=True)
class Caught:
    """What became of one mistake."""

    mistake: KnownMistake
    lost: frozenset[str]
    """The names of the checks that it loses, of those that call what it is a version of."""
    cause: str | None
    """The sentence that is shown to whoever makes it."""
    slip: str = ""
    """What its author, and no learner, did wrong."""

    @property
    def diagnosed(self) -> bool:
        """Whether that is its own sentence."""
        return self.cause == self.mistake.sentence


@dataclass(frozen=True)
class Survey:
    """One exercise's mistakes, and the pairs among them that cannot be told apart."""

    caught: tuple[Caught, ...]
    twins: tuple[tuple[str, str], ...]


def mistakes(grader: Grader, entry: Entry) -> Survey:
    """Run every mistake of the exercise.  Raises ReferenceFailed."""
    mistaken = grader.diagnosis.mistaken(entry)
    places = grader.references.places(entry)
    caught = [
        Caught(
            mistake,
            frozenset(outcome.check.name for outcome in wrong.values()),
            grader.diagnosis.likely_cause(entry, wrong),
            _slip(mistake, list(wrong.values()), len(own)),
        )
        for mistake, own, wrong in zip(entry.mistakes, places, mistaken, strict=True)
    ]
    twins = [
        (entry.mistakes[i].name, entry.mistakes[j].name)
        for (i, mine), (j, theirs) in permutations(enumerate(mistaken), 2)
        if j < i
        and places[i] == places[j]
        and mine.keys() == theirs.keys()
        and all(alike(mine[k], theirs[k]) is Likeness.ANSWER for k in mine)
    ]
    return Survey(tuple(caught), tuple(twins))


def _slip(mistake: KnownMistake, wrong: Sequence[Outcome], takes: int) -> str:
    """A name that is nowhere may be what learners write: then its sentence speaks of it."""
    failures = [outcome.failure for outcome in wrong if outcome.failure]
    if failures and failures[0].frames and not failures[0].frames[0].function:
        return f"cannot be loaded: {named(failures[0])}"  # a probe calls functions only
    if [outcome.result.end for outcome in wrong] == takes * [End.TIMED_OUT]:
        return "ends no check, each was stopped: let it end"
    for failure in failures:
        absent = _ABSENT.match(failure.message)
        if absent and absent[1] not in mistake.sentence:
            return f"{named(failure)}: mend it, or speak of {absent[1]} in its sentence"
    return ""


def stub(grader: Grader, entry: Entry) -> ExerciseResult:
    """The result of the stub as it is handed out."""
    return grade_text(grader, entry, stubs.stub(entry))


def reference(grader: Grader, entry: Entry) -> ExerciseResult:
    """The result of the reference, handed in as a submission."""
    return grade_text(grader, entry, entry.reference)


def grade_text(grader: Grader, entry: Entry, text: str) -> ExerciseResult:
    """The result of handing in `text` for the exercise."""
    source = Source(entry.filename, text)
    return grader.grade(Submission(Path(entry.filename), {entry.id: source})).exercises[0]
