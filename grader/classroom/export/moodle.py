"""What Moodle takes under Grades, Import, CSV file.

Form: Moodle documentation, "Grade import", https://docs.moodle.org/en/Grade_import: a header
line, one column that identifies the user ("Map from" username, "Map to" username), and a column
for each grade item, which the teacher maps to an item of the course or to a new one.

Every number is a percentage. A new grade item has a maximum of 100, and one number above 100
cancels the whole import unless the site allows more (`insert_grade_record` in
`grade/import/csv/classes/load_data.php` of https://github.com/moodle/moodle); points would do
both. The same file reads `-` as "no grade", for new items and old ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from grader.classroom.export.sheet import encoded
from grader.classroom.gradebook import Gradebook
from grader.classroom.marks import Column, Mark, Marks, cells, collect

_NO_GRADE = "-"


def table(gradebook: Gradebook) -> Iterator[bytes]:
    """Yield the header and one line per student: username, the total, each exercise."""
    marks = collect(gradebook)
    head = ["username", f"{gradebook.title} (Percentage)"]
    head += [f"{column.id}: {column.title} (Percentage)" for column in marks.columns]
    return encoded(_rows(marks, head))


def _rows(marks: Marks, head: list[str]) -> Iterator[list[str | float | None]]:
    yield [*head]
    for row in marks.rows:
        pairs = zip(marks.columns, cells(marks, row), strict=True)
        yield [row.student, 100 * marks.share(row.points), *(_share(*pair) for pair in pairs)]


def _share(column: Column, mark: Mark | None) -> float | str:
    if mark is None or not column.max_points:
        return _NO_GRADE
    return 100 * mark.points / column.max_points
