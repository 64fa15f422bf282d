"""How an exercise does on its own material: its stub, its reference, its mistakes."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from grader.course import stubs
from grader.course.loading import Entry, KnownMistake
from grader.grading import Grader
from grader.grading.diagnosis import wrong_of
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
    wrong = list(map(wrong_of, mistaken))
    caught = [
        Caught(
            mistake,
            frozenset(outcomes[i].check.name for i in lost),
            grader.diagnosis.likely_cause(entry, outcomes),
            _slip(mistake, outcomes.values()),
        )
        for mistake, outcomes, lost in zip(entry.mistakes, mistaken, wrong, strict=True)
    ]
    twins = [
        (entry.mistakes[i].name, entry.mistakes[j].name)
        for i in range(len(mistaken))
        for j in range(i)
        if mistaken[i].keys() == mistaken[j].keys()
        and wrong[i] == wrong[j]
        and all(alike(mistaken[i][k], mistaken[j][k]) is Likeness.ANSWER for k in wrong[i])
    ]
    return Survey(tuple(caught), tuple(twins))


def _slip(mistake: KnownMistake, outcomes: Collection[Outcome]) -> str:
    """A name that is nowhere may be what learners write: then its sentence speaks of it."""
    failures = [outcome.failure for outcome in outcomes]
    first = failures[0]
    if first and first.frames and not first.frames[0].function:  # a probe calls functions only
        return f"cannot be loaded: {named(first)}"
    if all(outcome.result.end is End.TIMED_OUT for outcome in outcomes):
        return "ends no check, each was stopped: let it end"
    for failure in filter(None, failures):
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
