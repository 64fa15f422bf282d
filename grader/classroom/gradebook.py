"""What a class has earned: one report per student, and what was said about the class.

Everything that an instructor is given (tables, pages, exports) is a function of a gradebook and
reads it once, from front to back: a class of thousands does not have to fit into memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from grader.report.record import Report


@dataclass(frozen=True)
class Graded:
    """The attempt that counts for one student."""

    student: str
    attempt: str
    """The name of the file or folder, such as `ada.zip`."""
    received: datetime
    """When it was handed in; with a time zone."""
    report: Report
    """Complete, for the instructor: hidden checks show all."""


@dataclass(frozen=True)
class Gradebook:
    """A class's results, in the order of the students' names."""

    title: str
    """The course's."""
    seed: int
    published: bool
    """Whether the seed may be known; until then only instructors may see it."""
    read: Callable[[], Iterator[Graded]]
    """Each call reads from the beginning."""
    unfinished: bool = False
    """Whether somebody's attempt is still to be graded: the last grading was stopped, or failed."""

    def __iter__(self) -> Iterator[Graded]:
        return self.read()
