"""What may be wrong with a class's surroundings, and how it is told: what, where, what to do."""

from __future__ import annotations

from grader.failure import ToldError
from grader.report.safe import clean_line


class StoreError(ToldError):
    """The store cannot be used."""


class SchedulerError(ToldError):
    """The cluster cannot be used."""


def told(name: str, error: Exception) -> str:
    """Whose work the grader, by its own fault, could do nothing with, and why; on one line."""
    return clean_line(f"{name}: {type(error).__name__}: {error}")
