"""otter-grader: `otter run`, its way without containers, once per submission."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.rivals.kit import Kit, Part
from benchmarks.rivals.notebooks import notebook
from benchmarks.rivals.workshop import Failed, Points, Workshop

_HEAD = """\
from otter.test_files import test_case

OK_FORMAT = False
name = {exercise!r}


"""
_TEST = """\
@test_case(name={check!r}, points={points})
def test_{check}(env):
    from benchmarks.rivals import checking

    checking.check({exercise!r}, {check!r}, env)


"""


class Otter:
    """As many commands at once as there are cores."""

    name = "otter-grader, otter run"

    def __init__(self, workshop: Workshop) -> None:
        """Raises NotInstalled or Failed."""
        self._otter = workshop.python("otter").with_name("otter")
        self._workshop = workshop
        self._folder = workshop.folder / "otter"
        _write_tests(workshop.kit, self._folder / "tests")
        options = ["-t", "tests", "-o", "autograder.zip", "--no-requirements", "--no-environment"]
        workshop.run([self._otter, "generate", *options], self._folder)
        self._notebooks = {s.name: self._folder / f"{s.name}.ipynb" for s in workshop.students}
        for student in workshop.students:
            self._notebooks[student.name].write_text(notebook(student.parts), encoding="utf-8")

    def grade(self) -> None:
        """Grade everybody.  Raises Failed."""
        self._workshop.at_once(self._run, self._notebooks.values())

    def points(self) -> Points:
        """The sums of what the results say of each test file.  Raises Failed."""
        return {name: _sum(path.with_suffix("")) for name, path in self._notebooks.items()}

    def _run(self, path: Path) -> str:
        answers = path.with_suffix("")
        answers.mkdir()
        options = ["-a", "autograder.zip", "-o", answers, "--no-logo"]
        return self._workshop.run([self._otter, "run", *options, path], self._folder)


def _write_tests(kit: Kit, folder: Path) -> None:
    folder.mkdir(parents=True)
    for exercise, part in kit.items():
        (folder / f"{exercise}.py").write_text(_tests(exercise, part), encoding="utf-8")


def _tests(exercise: str, part: Part) -> str:
    return _HEAD.format(exercise=exercise) + "".join(
        _TEST.format(exercise=exercise, check=check, points=asked.points)
        for check, asked in part.asked.items()
    )


def _sum(folder: Path) -> float:
    results = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    found = [test["score"] for test in results["tests"] if "score" in test]
    if not found:
        raise Failed(f"otter gave no points: {str(results)[:400]}")
    return float(sum(found))
