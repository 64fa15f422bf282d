"""Lanes: warm workers, each with a grader and a thread of its own.

There are two: while one is held up by a submission that does not end, the other grades what was
saved since.  A lane that is no longer wanted is ended with its worker, at once, and a new one
takes its place.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from typing_extensions import Self

from grader.course.loading import Course
from grader.grading import PRACTICE_SEED, Grader, JobCache
from grader.sandbox import Isolation, Limits
from grader.worker.pool import Pool

_T = TypeVar("_T")
_MOST = 2


class Lane:
    """One warm worker, which does one task at a time."""

    def __init__(self, course: Course, isolation: Isolation, limits: Limits) -> None:
        self._pool = Pool(isolation, limits, 1)
        self._grader = Grader(course, self._pool, seed=PRACTICE_SEED, cache=JobCache())
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="lane")

    def begin(self, task: Callable[[Grader], _T]) -> Future[_T]:
        """Do `task` with this lane's grader, in the background."""
        return self._thread.submit(task, self._grader)

    def end(self) -> None:
        """End the worker and with it the task, whose future then holds any exception."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._pool.close()


class Lanes:
    """The lanes there are; close them, or use them as a context manager."""

    def __init__(self, course: Course, isolation: Isolation, limits: Limits) -> None:
        self._made_of = course, isolation, limits
        self._lanes = [Lane(*self._made_of)]  # its worker starts while the judge is still busy
        self._idle = list(self._lanes)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for lane in self._lanes:
            lane.end()

    def free(self) -> Lane | None:
        """Take a lane that has nothing to do, or a new one; None if all are busy."""
        if not self._idle and len(self._lanes) < _MOST:
            self._lanes.append(Lane(*self._made_of))
            return self._lanes[-1]
        return self._idle.pop() if self._idle else None

    def back(self, lane: Lane) -> None:
        """Give a lane back whose task is done."""
        self._idle.append(lane)

    def end(self, lane: Lane) -> None:
        """End a lane in the midst of its task; another starts in its place, to be warm in time."""
        self._lanes.remove(lane)
        lane.end()
        self._lanes.append(Lane(*self._made_of))
        self._idle.append(self._lanes[-1])
