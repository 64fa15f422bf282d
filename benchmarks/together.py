"""The same probes in one process with no isolation: what a class costs at the very least.

Run as `python -m benchmarks.together FOLDER COURSE EXERCISE...`; prints the CPU seconds of all
submissions in the class's folder, with and without the operator trace.  Importing and warming up
are not counted.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from benchmarks.rivals.workshop import SEED
from grader.classroom.intake import attempts, submission
from grader.course.loading import Course, load
from grader.grading.jobs import submission_jobs, takes, wanted
from grader.worker import mxnet_import
from grader.worker.protocol import Job


class Together(msgspec.Struct, frozen=True):
    """CPU seconds."""

    traced: float
    """With the operator trace, as in a class."""
    untraced: float


def main() -> None:
    """Run the class's jobs, one after the other."""
    folder, course, *exercises = sys.argv[1:]
    jobs = _jobs(Path(folder).resolve(), load(Path(course)).only(exercises))
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)  # an exported net is written there
        mxnet_import.run()
        from grader.worker import warmup

        warmup.run(Path(scratch))
        _cpu(jobs[: len(exercises)], trace=True)  # whatever else is done for the first time
        measured = Together(_cpu(jobs, trace=True), _cpu(jobs, trace=False))
        os.chdir("/")
    print(msgspec.json.encode(measured).decode())


def _jobs(folder: Path, course: Course) -> list[Job]:
    asked = wanted(course)
    return [
        job
        for attempt in attempts(folder).attempts
        for entry in course.entries
        for job in submission_jobs(entry, submission(attempt, asked), takes(entry, SEED, ["cpu"]))
    ]


def _cpu(jobs: list[Job], *, trace: bool) -> float:
    from grader.worker.probe import Side
    from grader.worker.program import compiled, load_exercise

    began = time.process_time()
    for job in jobs:
        side = Side(load_exercise(compiled(job.checks)), job)
        for index, take in enumerate(job.takes):
            side.answer(index, msgspec.structs.replace(take, trace=take.trace and trace))
    return time.process_time() - began


if __name__ == "__main__":
    main()
