"""`grader class grade`: one command of this grader for the whole class."""

from __future__ import annotations

import sys

from benchmarks.metering import Metered, meter
from benchmarks.rivals.notebooks import notebook
from benchmarks.rivals.workshop import SEED, Points, Workshop
from grader.classroom.reading import gradebook
from grader.classroom.store import Store


class Ours:
    """One station per core, as by default."""

    name = "this grader, grader class grade"

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        place = workshop.folder / f"class of {len(workshop.students)}"
        self._store, self._cache = place / "class.sqlite", place / "cache"
        self.folder = place / "submissions"
        self.folder.mkdir(parents=True)
        for student in workshop.students:
            path = self.folder / f"{student.name}.ipynb"
            path.write_text(notebook(student.parts), encoding="utf-8")

    def grade(self) -> Metered:
        """Grade everybody.  Raises SystemExit where that fails."""
        course = self._workshop.course
        exercises = [word for entry in course.entries for word in ("--exercise", entry.id)]
        command = [
            *(sys.executable, "-m", "grader", "class", "grade", self.folder, *exercises),
            *("--course", course.folder, "--store", self._store, "--seed", str(SEED)),
        ]
        # With a cache of its own, which is empty: a class's seed is a new one.
        settings = {**self._workshop.settings, "XDG_CACHE_HOME": str(self._cache)}
        return meter(command, settings, self._store.with_name("metered.json"))

    def points(self) -> Points:
        """What the store says."""
        with Store(str(self._store)) as store:
            found = gradebook(store, self._workshop.course).read()
            return {graded.student: graded.report.points for graded in found}
