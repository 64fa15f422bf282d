"""What Canvas takes under Grades, Import.

Form: Canvas Instructor Guide, "How do I import grades in the Gradebook?"
(https://community.instructure.com/en/kb/articles/660862-how-do-i-import-grades-in-the-gradebook),
and where it is silent the program that reads the file, `lib/gradebook_importer.rb` of
https://github.com/instructure/canvas-lms. From the latter: the columns before the assignments are
known by their names and places; a row is the maxima if it says "Points Possible" in its first
cell; a student is found by ID, else by SIS User ID or SIS Login ID, else by name; a column that is
no assignment yet becomes one; an empty cell changes nothing.

A submission's name is taken for the login and, where there is no such login, for the name. There
is no column for the total: Canvas adds up by itself, and would count it twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from grader.classroom.export.sheet import encoded
from grader.classroom.gradebook import Gradebook
from grader.classroom.marks import Marks, cells, collect

_HEAD = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
_MAXIMA = "    Points Possible"  # Canvas' own exports have these blanks.


def table(gradebook: Gradebook) -> Iterator[bytes]:
    """Yield the header, the maxima, and one line per student."""
    return encoded(_rows(collect(gradebook)))


def _rows(marks: Marks) -> Iterator[list[str | float | None]]:
    # Titles may be alike; "Softmax (2)" would be read as the assignment with the number 2.
    yield [*_HEAD, *(f"{column.id}: {column.title}" for column in marks.columns)]
    yield [_MAXIMA, "", "", "", "", *(column.max_points for column in marks.columns)]
    for row in marks.rows:
        points = (mark.points if mark else None for mark in cells(marks, row))
        yield [row.student, "", "", row.student, "", *points]
