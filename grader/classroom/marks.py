"""Marks: what each student has for each exercise, small enough to hold a whole class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from grader.classroom.gradebook import Graded
from grader.report import words
from grader.report.record import ExerciseResult, ExerciseStatus


@dataclass(frozen=True)
class Column:
    """One exercise."""

    id: str
    title: str
    max_points: float
    """The most that it was worth in any report: a check whose device is missing is worth
    nothing."""


@dataclass(frozen=True)
class Mark:
    """What one student has for one exercise."""

    points: float
    status: ExerciseStatus


@dataclass(frozen=True)
class Row:
    """One student."""

    student: str
    attempt: str
    received: datetime
    points: float
    marks: dict[str, Mark]
    """By the exercises' ids; an exercise that the report does not have is not here."""


@dataclass(frozen=True)
class Marks:
    """A class's marks."""

    columns: list[Column]
    """In the course's order."""
    rows: list[Row]
    """In the order of the students' names."""

    @property
    def max_points(self) -> float:
        """What the whole course is worth, for everybody: whoever hands in less has less."""
        return sum(column.max_points for column in self.columns)

    def share(self, points: float) -> float:
        """Return `points` as a share of the whole, from 0 to 1; 0 where nothing can be had."""
        return words.share(points, self.max_points)


class Collector:
    """Gathers marks from reports, one after the other."""

    def __init__(self) -> None:
        self._order: list[str] = []
        self._columns: dict[str, Column] = {}
        self._rows: list[Row] = []
        self._shared: dict[Mark, Mark] = {}

    def add(self, graded: Graded) -> None:
        """Note one student's marks; the report itself is not kept."""
        before = ""
        marks = {}
        for exercise in graded.report.exercises:
            self._note(exercise, before)
            before = exercise.id
            mark = Mark(exercise.points, exercise.status)
            marks[exercise.id] = self._shared.setdefault(mark, mark)
        self._rows.append(
            Row(graded.student, graded.attempt, graded.received, graded.report.points, marks)
        )

    def marks(self) -> Marks:
        """Return what was gathered."""
        return Marks([self._columns[name] for name in self._order], in_order(self._rows))

    def _note(self, exercise: ExerciseResult, before: str) -> None:
        """Know the exercise, behind the one that this report has `before` it."""
        known = self._columns.get(exercise.id)
        if known is None:
            place = self._order.index(before) + 1 if before else 0
            self._order.insert(place, exercise.id)
        if known is None or exercise.max_points > known.max_points:
            column = Column(exercise.id, exercise.title, exercise.max_points)
            self._columns[exercise.id] = column


def collect(gradebook: Iterable[Graded]) -> Marks:
    """Return the marks of a class."""
    collector = Collector()
    for graded in gradebook:
        collector.add(graded)
    return collector.marks()


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Return the rows as a reader looks for them: by name, whatever the case of its letters."""
    return sorted(rows, key=lambda row: (row.student.casefold(), row.student))


def cells(marks: Marks, row: Row) -> Iterator[Mark | None]:
    """Yield the mark for each column; None where the student's report does not have it."""
    for column in marks.columns:
        yield row.marks.get(column.id)
