"""`make bench`: what grading costs, measured in one run.  `--quick` takes fewer rounds.

What is compared is run in turns, so that a machine that is busy for a while slows both.  The
figures are medians, and ratios of medians.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from benchmarks import commands, jobs, walls
from benchmarks.measuring import Figure
from grader.course.loading import load
from grader.sandbox import find_isolation

COURSE = Path(__file__).resolve().parents[1] / "solutions"


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, about 20 seconds")
    quick = parser.parse_args().quick
    course, isolation = load(COURSE), find_isolation()
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="grader-bench-") as folder:
        figures += commands.measure(course, Path(folder), rounds=3 if quick else 9)
    figures += jobs.measure(course, isolation, rounds=15 if quick else 101)
    figures += walls.measure(rounds=30 if quick else 200)
    checks = sum(len(entry.exercise.checks) for entry in course.entries)
    print(
        f"{len(course.entries)} exercises, {checks} checks; {os.cpu_count()} cores, "
        f"{platform.machine()}, Python {platform.python_version()}; {isolation.describe()}\n"
    )
    width = max(len(figure.what) for figure in figures)
    for figure in figures:
        line = f"{figure.what.ljust(width)}  {figure.value:8.2f} {figure.unit.ljust(5)}"
        print(f"{line}  {figure.remark}".rstrip())
    sys.stdout.flush()


if __name__ == "__main__":
    main()
