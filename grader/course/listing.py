"""`course.toml`: the course's title, and its units with their exercises."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import msgspec

from grader.course.files import CourseError, read_text

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


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
    try:
        listing = msgspec.convert(tomllib.loads(read_text(path)), Listing)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CourseError(f"{path}: {error}; see docs/AUTHORING.md for its form") from None
    for name, times in Counter(listed.id for listed in listing.exercises).items():
        if times > 1:
            raise CourseError(f"{path}: {name} is listed {times} times; keep one of them")
    return listing
