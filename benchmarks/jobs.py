"""What a warm worker takes for a job, a check and the operator trace."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from benchmarks.measuring import Figure, in_turns
from grader.course.loading import Course
from grader.grading.jobs import reference_job
from grader.sandbox import Isolation, Limits, Unavailable
from grader.worker.client import JobResult, Worker
from grader.worker.protocol import Job, Take

MANY = 20
"""Takes in a long job: the cost of one is the difference to a short job, over this."""

EMPTY = '''
from grader.course import Exercise

exercise = Exercise("Nothing", stubs=[])


@exercise.check(points=1)
def nothing(solution, case):
    """Computes nothing."""
'''


def measure(course: Course, isolation: Isolation, *, rounds: int) -> list[Figure]:
    """Jobs on one worker, and on one without bubblewrap."""
    entry = course.entry("softmax")
    one = Take("equals_reference", seed=1)
    traced = msgspec.structs.replace(one, trace=True)
    empty = Job("nothing", "nothing.py", "", EMPTY, [Take("nothing", seed=1)])
    bare = Isolation(Unavailable("left out to be compared"), isolation.seccomp)
    walled, open_ = Worker(isolation, Limits()), Worker(bare, Limits())
    try:
        for worker in (walled, open_):
            worker.start()
        ms = in_turns(
            {
                "empty": _answering(walled, empty),
                "empty, open": _answering(open_, empty),
                "one": _answering(walled, reference_job(entry, [one])),
                "many": _answering(walled, reference_job(entry, [one] * (MANY + 1))),
                "many, traced": _answering(walled, reference_job(entry, [traced] * (MANY + 1))),
            },
            rounds=rounds,
        )
    finally:
        walled.close()
        open_.close()
    ms = {name: 1000 * seconds for name, seconds in ms.items()}
    return [
        Figure("a forked job that computes nothing", ms["empty"], "ms", "fork, confine, clean up"),
        Figure("  the same without bubblewrap", ms["empty, open"], "ms"),
        Figure("a job with one check of softmax", ms["one"], "ms"),
        Figure("each further check in the same job", (ms["many"] - ms["one"]) / MANY, "ms"),
        Figure("  and its operator trace", (ms["many, traced"] - ms["many"]) / (MANY + 1), "ms"),
    ]


def _answering(worker: Worker, job: Job) -> Callable[[], JobResult]:
    """Runs the job; what is not answered is not measured."""

    def run() -> JobResult:
        done = worker.run(job)
        if any(take.answer is None or take.answer.value is None for take in done.takes):
            raise SystemExit(f"{job.exercise}: the worker did not answer: {done}")
        return done

    return run
