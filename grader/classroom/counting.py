"""Which of a student's attempts counts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Literal

from grader.classroom.intake import Attempt
from grader.classroom.records import Stored

Counting = Literal["latest", "first", "best"]


def worth_grading(attempts: Iterable[Attempt], counting: str) -> list[Attempt]:
    """Of the attempts in a class's folder, sorted by student and time, those that may count."""
    groups = [list(group) for _, group in groupby(attempts, key=lambda attempt: attempt.student)]
    if counting == "best":
        return [attempt for group in groups for attempt in group]
    return [group[0] if counting == "first" else group[-1] for group in groups]


def counts(attempts: Iterable[tuple[Stored, float]], counting: str) -> list[Stored]:
    """One attempt per student of `attempts`, which are (attempt, its points) sorted by student."""
    chosen = []
    for _, group in groupby(attempts, key=lambda pair: pair[0].student):
        pairs = list(group)
        if counting == "best":
            chosen.append(max(pairs, key=lambda pair: (pair[1], pair[0].received))[0])
        elif counting == "first":
            chosen.append(min(pairs, key=lambda pair: pair[0].received)[0])
        else:
            chosen.append(max(pairs, key=lambda pair: (pair[0].received, pair[0].id))[0])
    return chosen
