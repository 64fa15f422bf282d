"""`course.toml`: the course's title, and its units with their exercises."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec

from grader.course import toml
from grader.course.files import CourseError, NotInCourse, read_text


class Listed(msgspec.Struct, frozen=True):
    """One exercise: its folder's name, and where the notes teach it."""

    id: str
    section: str | int | float


class Unit(msgspec.Struct, frozen=True):
    """Exercises that belong together, in the order in which they are taught."""

    exercises: list[Listed]
    name: str = ""


class Listing(msgspec.Struct, frozen=True):
    """All that the file says."""

    title: str
    units: list[Unit]

    @property
    def exercises(self) -> list[Listed]:
        """Those of all units."""
        return [listed for unit in self.units for listed in unit.exercises]


def read(path: Path) -> Listing:
    """What the file says.  Raises CourseError."""
    if not path.exists():
        raise NotInCourse(f"{path}: No such file or directory; the course needs this file")
    try:
        listing = msgspec.convert(toml.loads(read_text(path)), Listing)
    except (toml.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CourseError(f"{path}: {error}; see docs/AUTHORING.md for its form") from None
    for name, times in Counter(listed.id for listed in listing.exercises).items():
        if times > 1:
            raise CourseError(f"{path}: {name} is listed {times} times; keep one of them")
    return listing
