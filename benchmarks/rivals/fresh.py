"""A fresh interpreter per submission, in this grader's own environment."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.rivals.workshop import Points, Workshop


class Fresh:
    """As many interpreters at once as there are cores."""

    name = "a fresh interpreter per submission"

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._folder = workshop.folder / "fresh"
        self._folder.mkdir()
        self._files = {s.name: self._folder / f"{s.name}.py" for s in workshop.students}
        for student in workshop.students:
            self._files[student.name].write_text(student.source, encoding="utf-8")
        self._printed: list[str] = []

    def grade(self) -> None:
        """Grade everybody.  Raises Failed."""
        self._printed = self._workshop.at_once(self._run, self._files.values())

    def points(self) -> Points:
        """What the scripts printed."""
        last = [text.splitlines()[-1] for text in self._printed]  # submissions print, too
        return dict(zip(self._files, map(float, last), strict=True))

    def _run(self, file: Path) -> str:
        command = [sys.executable, "-m", "benchmarks.rivals.plain", file]
        return self._workshop.run(command, self._folder)
