"""The same class graded on the CPU and on a GPU, where there is one that MXNet can use."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

from benchmarks.measuring import Figure, in_turns
from benchmarks.rivals.workshop import SEED
from grader.classroom.intake import attempts, submission
from grader.course.loading import Course
from grader.devices.choice import settle
from grader.grading import Grader
from grader.grading.jobs import wanted
from grader.sandbox import Isolation, Limits
from grader.submission import Submission
from grader.worker.pool import Pool


def measure(
    course: Course, isolation: Isolation, folder: Path, *, device: str = "gpu"
) -> list[Figure]:
    """Of the class in `folder`, one submission after the other, each on all workers.

    References and mistakes are graded beforehand.  `device` is another one to set beside the CPU.
    """
    choice, walls = settle([device], isolation)
    if choice.lacking:
        remark = f"left out: {choice.lacking[device]}"
        return [Figure(f"a submission graded on {device}", math.nan, "ms", remark)]
    asked = wanted(course)
    given = [submission(attempt, asked) for attempt in attempts(folder).attempts]
    with Pool(walls, Limits()) as pool:
        seconds = in_turns(
            {
                name: _grading(Grader(course, pool, seed=SEED, devices=[name]), given)
                for name in ("cpu", device)
            },
            rounds=1,
        )
    each = {name: 1000 * taken / len(given) for name, taken in seconds.items()}
    return [
        *(Figure(f"a submission graded on {name}", ms, "ms") for name, ms in each.items()),
        Figure(f"  {device} over cpu", each[device] / each["cpu"]),
    ]


def _grading(grader: Grader, submissions: list[Submission]) -> Callable[[], None]:
    def run() -> None:
        for each in submissions:
            grader.grade(each)

    return run
