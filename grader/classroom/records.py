"""What a store tells and is told, as records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

import msgspec
from typing_extensions import Self

from grader.grading.assembly import Conditions


@dataclass(frozen=True)
class Run:
    """A grading of the class, which may be stopped and taken up again."""

    id: int
    published: datetime | None
    seed: int
    counting: str
    conditions: Conditions

    @classmethod
    def of(cls, row: Any) -> Self:
        """The run in a row of its table."""
        return cls(
            row.id,
            aware(row.published) if row.published else None,
            row.seed,
            row.counting,
            msgspec.convert(row.conditions, Conditions),
        )


@dataclass(frozen=True)
class Stored:
    """One attempt as the store knows it."""

    id: int
    student: str
    name: str
    received: datetime
    notes: list[str]

    @classmethod
    def of(cls, row: Any) -> Self:
        """The attempt in a row of its table."""
        return cls(row.id, row.student, row.name, aware(row.received), list(row.notes))


@dataclass(frozen=True)
class Basis:
    """What a result rests on, beside its run's seed: where both are the same, so is the result."""

    edition: str
    """Of the exercise."""
    work: str
    """A hash of what is graded as this exercise."""


@dataclass(frozen=True)
class Change:
    """Points that a student had and that another grading has changed."""

    student: str
    name: str
    exercise: str
    before: float
    after: float


def aware(moment: datetime) -> datetime:
    """SQLite forgets the time zone, which was UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
