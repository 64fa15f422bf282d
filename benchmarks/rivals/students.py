"""A class that is handed to every grader: finished, half-finished and faulty work, and mistakes.

One submission is all exercises together, in one notebook or one Python file, as the tools for
notebooks want it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from grader.course.loading import Course, Entry
from grader.course.stubs import stub

EXERCISES = ["softmax", "cross_entropy", "sgd", "my_dense", "centered_layer"]
"""Functions and Blocks whose checks compare numbers with the reference's, which every tool can."""


@dataclass(frozen=True)
class Student:
    """One submission."""

    name: str
    parts: dict[str, str]
    """The source of each exercise, by its id."""

    @property
    def source(self) -> str:
        """All parts as one Python file."""
        return "\n\n".join(self.parts.values())


def students(course: Course, count: int) -> list[Student]:
    """The first `count` students of the class; the same ones each time."""
    return list(islice(_students(course), count))


def _students(course: Course) -> Iterator[Student]:
    chance = random.Random(7)  # noqa: S311  (which mistake somebody made is no secret)
    habits: list[list[Callable[[Entry], str]]] = [
        [_finished] * 5,
        [_finished, _finished, _finished, stub, stub],
        [lambda entry: _mistaken(entry, chance)] * 5,
        [_finished, _raising, lambda entry: _mistaken(entry, chance), stub, _finished],
    ]
    number = 0
    while True:
        habit = habits[number % len(habits)]
        turn = number // len(habits)
        name = f"student{number:05}"
        parts = {
            entry.id: f"# {name}\n{habit[(place + turn) % len(habit)](entry)}"
            for place, entry in enumerate(course.entries)
        }
        yield Student(name, parts)
        number += 1


def _finished(entry: Entry) -> str:
    return entry.reference


def _mistaken(entry: Entry, chance: random.Random) -> str:
    return f"{entry.reference}\n\n{chance.choice(entry.mistakes).patch}\n"


def _raising(entry: Entry) -> str:
    return stub(entry).replace("raise NotImplementedError", "return a_name_that_is_not_there")
