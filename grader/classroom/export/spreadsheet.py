"""A table for a spreadsheet or a program of one's own.

Form: RFC 4180, "Common Format and MIME Type for CSV Files", with the optional header line
(https://www.rfc-editor.org/rfc/rfc4180), in UTF-8 without a byte order mark. Times are RFC 3339.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timezone

from grader.classroom.export.sheet import encoded
from grader.classroom.gradebook import Gradebook
from grader.classroom.marks import Marks, cells, collect

_HEAD = ["student", "attempt", "received", "points", "max_points"]


def table(gradebook: Gradebook) -> Iterator[bytes]:
    """Yield one line per student: name, attempt, time, points, and the points of each exercise.

    A cell is empty where the student's report does not have that exercise.
    """
    return encoded(_rows(collect(gradebook)))


def _rows(marks: Marks) -> Iterator[list[str | float | None]]:
    yield [*_HEAD, *(column.id for column in marks.columns)]
    for row in marks.rows:
        received = row.received.astimezone(timezone.utc).isoformat(timespec="seconds")
        yield [
            row.student,
            row.attempt,
            received,
            row.points,
            marks.max_points,
            *(mark.points if mark else None for mark in cells(marks, row)),
        ]
