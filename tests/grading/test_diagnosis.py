"""How much is run to find a likely cause."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest

from grader.course.loading import Course, Entry
from grader.grading import Grader
from grader.submission import read
from grader.worker.client import Run
from grader.worker.pool import Pool
from tests.conftest import RIGHT

DRAWS = RIGHT["two"].replace("uniform(0, 1", "uniform(-1, 1")
SHIFT = RIGHT["two"].replace("X + self.amount", "X + self.amounts")


def test_mistakes_are_run_as_far_as_to_what_is_wrong(
    course: Course, pool: Pool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And further only where they are right before it and wrong there, each time once."""
    grader = Grader(course, pool, seed=1)
    begin = grader.references.begin_mistake
    begun: list[tuple[str, int]] = []

    def noted(entry: Entry, number: int, count: int) -> Future[Run]:
        begun.append((entry.mistakes[number].name, count))
        return begin(entry, number, count)

    def cause(source: str) -> str | None:
        begun.clear()
        (tmp_path / "two.py").write_text(source)
        return grader.grade(read(tmp_path, ["two"])).exercises[0].likely_cause

    monkeypatch.setattr(grader.references, "begin_mistake", noted)
    assert cause(SHIFT) == "There is no self.amounts: `__init__` keeps self.amount."
    assert sorted(begun) == [
        ("draws_from_minus_one", 1),
        ("misspells_the_amount", 1),
        ("misspells_the_amount", 2),
    ]
    assert cause(DRAWS) == "The draws must begin at 0, not at -1."
    assert begun == [("draws_from_minus_one", 2)]
    assert cause(SHIFT) == "There is no self.amounts: `__init__` keeps self.amount."
    assert begun == []
