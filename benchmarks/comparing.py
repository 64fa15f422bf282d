"""Submissions per second: this grader beside others, on the same submissions and checks.

What everybody's points are is compared too: a grader that gave other points did other work.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from typing import Protocol

from benchmarks.measuring import Figure
from benchmarks.rivals.environment import NotInstalled
from benchmarks.rivals.fresh import Fresh
from benchmarks.rivals.gradescope import Gradescope
from benchmarks.rivals.nbgrader import Nbgrader
from benchmarks.rivals.otter import Otter
from benchmarks.rivals.workshop import Failed, Points, Workshop

AIM = 20
"""At least so many times the submissions per second of the best of the others."""


class Grader(Protocol):
    """Is made with all that can be made beforehand, which is not measured."""

    name: str

    def grade(self) -> None:
        """Grade everybody; this is measured.  Raises Failed."""

    def points(self) -> Points:
        """What it gave.  Raises Failed."""


OTHERS: list[type[Fresh | Gradescope | Otter | Nbgrader]] = [Fresh, Gradescope, Otter, Nbgrader]


def measure(
    workshop: Workshop, seconds: float, given: Points, *, graded_by_others: int
) -> list[Figure]:
    """The rate of this grader, of each other one, and what lies between.

    Args:
        workshop: the course and the students.
        seconds: what this grader took for all of them.
        given: what it gave.
        graded_by_others: of the students; a submission costs the others the same each time.
    """
    count = len(workshop.students)
    rate = count / seconds
    figures = [Figure("grader class grade, a class", rate, "1/s", f"{count} submissions")]
    rates = []
    for grader in OTHERS:
        figure = _figure(grader, workshop.first(graded_by_others), given)
        figures.append(figure)
        rates += [figure.value] if not math.isnan(figure.value) else []
    if not rates:
        return figures
    ratio = rate / max(rates)
    kept = "met" if ratio >= AIM else "missed"
    return [*figures, Figure("  over the best of them", ratio, "", f"aim: at least {AIM}, {kept}")]


def _figure(make: Callable[[Workshop], Grader], workshop: Workshop, given: Points) -> Figure:
    """One other grader's rate; nan where it cannot be had, with the reason."""
    name = f"  {make.name}"  # type: ignore[attr-defined]  # every one of OTHERS has it
    students = workshop.students
    count = len(students)
    try:
        grader = make(workshop)
        print(f"{grader.name}: {count} submissions", file=sys.stderr)
        began = time.perf_counter()
        grader.grade()
        seconds = time.perf_counter() - began
        _compare(grader.points(), {student.name: given[student.name] for student in students})
    except (NotInstalled, Failed) as error:
        return Figure(name, math.nan, "1/s", f"left out: {' '.join(str(error).split())}")
    return Figure(name, count / seconds, "1/s", f"the first {count}: the same points")


def _compare(points: Points, given: Points) -> None:
    """Raises Failed where they differ, or where all are the same and say nothing."""
    for student, expected in given.items():
        if points.get(student) != expected:
            raise Failed(f"it gave {student} {points.get(student)} points, and not {expected}")
    if len(set(given.values())) == 1:
        raise Failed("every submission got the same points")
