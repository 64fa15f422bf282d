"""nbgrader: `nbgrader autograde`, which grades one submission after the other.

So that it has all cores too, the class is divided into as many courses, graded at once.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from benchmarks.rivals.notebooks import assignment
from benchmarks.rivals.students import Student
from benchmarks.rivals.workshop import Points, Workshop
from grader.course.stubs import stub

_ASSIGNMENT = "exercises"


class Nbgrader:
    """As many courses at once as there are cores."""

    name = "nbgrader autograde"

    def __init__(self, workshop: Workshop) -> None:
        """Raises NotInstalled or Failed."""
        self._nbgrader = workshop.python("nbgrader").with_name("nbgrader")
        self._workshop = workshop
        cores = workshop.cores
        self._courses = {
            workshop.folder / "nbgrader" / str(core): workshop.students[core::cores]
            for core in range(min(cores, len(workshop.students)))
        }
        for folder, students in self._courses.items():
            self._lay_out(folder, students)

    def grade(self) -> None:
        """Grade everybody.  Raises Failed."""
        command = [self._nbgrader, "autograde", _ASSIGNMENT]
        self._workshop.at_once(lambda folder: self._workshop.run(command, folder), self._courses)

    def points(self) -> Points:
        """What `nbgrader export` says.  Raises Failed."""
        found: Points = {}
        for folder in self._courses:
            self._workshop.run([self._nbgrader, "export", "--to", "grades.csv"], folder)
            with (folder / "grades.csv").open(encoding="utf-8", newline="") as rows:
                found |= {row["student_id"]: float(row["score"]) for row in csv.DictReader(rows)}
        return found

    def _lay_out(self, folder: Path, students: Sequence[Student]) -> None:
        kit = self._workshop.kit
        stubs = {entry.id: stub(entry) for entry in self._workshop.course.entries}
        handed = {f"source/{_ASSIGNMENT}": stubs} | {
            f"submitted/{student.name}/{_ASSIGNMENT}": student.parts for student in students
        }
        for place, parts in handed.items():
            (folder / place).mkdir(parents=True)
            path = folder / place / "work.ipynb"
            path.write_text(assignment(parts, kit), encoding="utf-8")
        (folder / "nbgrader_config.py").write_text("c = get_config()\n", encoding="utf-8")
        self._workshop.run([self._nbgrader, "generate_assignment", _ASSIGNMENT], folder)
