"""`unittest` with gradescope-utils: what an autograder on Gradescope runs, once per submission."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks.rivals.kit import Kit
from benchmarks.rivals.workshop import Points, Workshop

_HEAD = """\
import unittest

import submission
from benchmarks.rivals import checking
from gradescope_utils.autograder_utils.decorators import weight
from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner

"""
_CLASS = """
class {exercise}(unittest.TestCase):
"""
_TEST = """\
    @weight({points})
    def test_{check}(self):
        checking.check({exercise!r}, {check!r}, vars(submission))

"""
_FOOT = """
suite = unittest.defaultTestLoader.loadTestsFromModule(__import__("__main__"))
with open("results.json", "w") as results:
    JSONTestRunner(visibility="visible", stream=results).run(suite)
"""


class Gradescope:
    """As many interpreters at once as there are cores."""

    name = "unittest with gradescope-utils"

    def __init__(self, workshop: Workshop) -> None:
        """Raises NotInstalled."""
        self._python = workshop.python("gradescope")
        self._workshop = workshop
        tests = workshop.folder / "run_tests.py"
        tests.write_text(_tests(workshop.kit), encoding="utf-8")
        self._places = {s.name: workshop.folder / "gradescope" / s.name for s in workshop.students}
        for student in workshop.students:
            place = self._places[student.name]
            place.mkdir(parents=True)
            (place / "submission.py").write_text(student.source, encoding="utf-8")
            shutil.copy(tests, place)

    def grade(self) -> None:
        """Grade everybody.  Raises Failed."""
        self._workshop.at_once(self._run, self._places.values())

    def points(self) -> Points:
        """The sums of what the results say of each test."""
        return {name: _sum(place / "results.json") for name, place in self._places.items()}

    def _run(self, place: Path) -> str:
        return self._workshop.run([self._python, "run_tests.py"], place)


def _tests(kit: Kit) -> str:
    text = _HEAD
    for exercise, part in kit.items():
        text += _CLASS.format(exercise=exercise)
        for check, asked in part.asked.items():
            text += _TEST.format(exercise=exercise, check=check, points=asked.points)
    return text + _FOOT


def _sum(results: Path) -> float:
    return sum(float(test["score"]) for test in json.loads(results.read_text())["tests"])
