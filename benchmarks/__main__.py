"""`make bench`: what grading costs, measured in one run, beside other graders.

`--quick` takes fewer rounds and smaller classes; `--full` has every other grader grade the whole
class of 100 too, and goes up to a class of 5,000.

What is compared is run in turns, so that a machine that is busy for a while slows both.  The
figures are medians, and ratios of medians.  A whole class is graded once by each grader: what one
submission costs is a mean already.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks import commands, comparing, devices, growth, jobs, walls, watching
from benchmarks.measuring import Figure
from benchmarks.rivals.ours import Ours
from benchmarks.rivals.students import EXERCISES, students
from benchmarks.rivals.workshop import furnish
from grader.course.loading import Course, load
from grader.sandbox import Isolation, find_isolation

COURSE = Path(__file__).resolve().parents[1] / "solutions"


@dataclass(frozen=True)
class Classes:
    """How large classes are measured."""

    sizes: tuple[int, ...]
    """The first of them beside other graders."""
    graded_by_others: int
    """Of the first class."""


QUICK = Classes((20, 60), 4)
USUAL = Classes((100, 500), 20)
FULL = Classes((100, 500, 5000), 100)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--quick", action="store_true", help="about a minute")
    length.add_argument("--full", action="store_true", help="half an hour or so")
    options = parser.parse_args()
    quick = options.quick
    classes = QUICK if quick else FULL if options.full else USUAL
    course, isolation = load(COURSE), find_isolation()
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="grader-bench-") as folder:
        figures += commands.measure(course, Path(folder), rounds=3 if quick else 9)
        figures += watching.measure(course, Path(folder), rounds=5 if quick else 20)
    figures += jobs.measure(course, isolation, rounds=15 if quick else 101)
    figures += walls.measure(rounds=30 if quick else 200)
    with tempfile.TemporaryDirectory(prefix="grader-bench-") as folder:
        figures += _classes(course, isolation, Path(folder), classes)
    checks = sum(len(entry.exercise.checks) for entry in course.entries)
    print(
        f"{len(course.entries)} exercises, {checks} checks; {os.cpu_count()} cores, "
        f"{platform.machine()}, Python {platform.python_version()}; {isolation.describe()}\n"
    )
    width = max(len(figure.what) for figure in figures)
    for figure in figures:
        value = "-" if math.isnan(figure.value) else f"{figure.value:.2f}"
        line = f"{figure.what.ljust(width)}  {value.rjust(8)} {figure.unit.ljust(5)}"
        print(f"{line}  {figure.remark}".rstrip())
    sys.stdout.flush()


def _classes(course: Course, isolation: Isolation, folder: Path, classes: Classes) -> list[Figure]:
    """The class command at every size, and the other graders."""
    course = course.only(EXERCISES)
    workshop = furnish(course, isolation, students(course, max(classes.sizes)), folder)
    ours = {size: Ours(workshop.first(size)) for size in classes.sizes}
    runs = {}
    for size, grading in ours.items():
        print(f"{grading.name}: {size} submissions", file=sys.stderr)
        runs[size] = grading.grade()
    size = classes.sizes[0]
    small = workshop.first(size)
    return [
        *comparing.measure(
            small,
            runs[size].seconds,
            ours[size].points(),
            graded_by_others=classes.graded_by_others,
        ),
        *growth.measure(runs, small, ours[size]),
        *devices.measure(course, isolation, ours[size].folder),
    ]


if __name__ == "__main__":
    main()
