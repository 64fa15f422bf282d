"""What one process of a class's grading does: it keeps a warm worker, and grades what it is sent.

The same function runs in the processes of this machine and in those of a cluster; a submission
travels to it as text.  A station grades one submission at a time.
"""

from __future__ import annotations

import platform
import signal
import threading
from pathlib import Path

from msgspec import Struct

from grader.course.edition import of_course
from grader.course.loading import CourseError, load
from grader.grading import Grader, JobCache
from grader.language import ENGLISH, use
from grader.report.record import ExerciseResult
from grader.sandbox import Limits, choose_isolation, hide_memory, kernel
from grader.submission import Submission
from grader.worker.pool import Pool


class Setup(Struct, frozen=True):
    """What all stations of a run have in common."""

    course: str
    """The course's folder, which every machine has under this name."""
    edition: str
    """Of the course: a machine with another one must not grade."""
    seed: int
    isolation: str
    """`bubblewrap`, or `limits` to do without it."""
    limits: Limits
    language: str = ENGLISH
    """In which results are told, whatever the machine's own is."""


def prepare() -> None:
    """Once per process of this machine: end when the command ends, however it does."""
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the command, which ends this


def grade(setup: Setup, submission: Submission) -> list[ExerciseResult]:
    """The results of the exercises in `submission.sources`.

    Raises WorkerFailed, CourseError, ReferenceFailed or IsolationError, which are never charged to
    the submission.
    """
    with _one_at_a_time:
        return _grader(setup).grade(submission).exercises


_one_at_a_time = threading.Lock()
_standing: dict[Setup, tuple[Pool, Grader]] = {}
"""At most one: a process of a cluster may serve several runs, one after another."""


def _grader(setup: Setup) -> Grader:
    """The grader of this process, with its one worker, which ends with the process."""
    if setup not in _standing:
        for pool, _ in _standing.values():
            pool.close()
        _standing.clear()
        hide_memory()
        use(setup.language)
        walls = choose_isolation(setup.isolation)
        course = load(Path(setup.course))
        if of_course(course, setup.language) != setup.edition:
            raise CourseError(f"{setup.course} on {platform.node()} is another edition")
        pool = Pool(walls, setup.limits, size=1)
        # On a disk that a submission could read, no answers are kept.
        cache = JobCache() if walls.contained else None
        _standing[setup] = pool, Grader(course, pool, seed=setup.seed, cache=cache)
    return _standing[setup][1]
