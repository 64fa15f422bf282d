"""Several warm workers, and the jobs that wait for them."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext

from typing_extensions import Self

from grader.sandbox import Isolation, Limits
from grader.worker.client import JobResult, Worker, WorkerFailed
from grader.worker.protocol import Job

Through = Callable[[Job, Callable[[], JobResult], threading.Event], JobResult]
"""Gives a job's run, by calling the function that makes it, or otherwise; waits for nothing else
once the event is set, for then the pool is being closed."""


def _straight(_job: Job, run: Callable[[], JobResult], _closing: threading.Event) -> JobResult:
    return run()


class Pool:
    """Several warm workers behind one `submit`; a job waits for a free one.

    The first begins to start at once, while the judge may still be busy with its own imports;
    the others start with the first job that finds no free one.  Of several that are free the one
    that was used last comes first.  Close the pool, or use it as a context manager.
    """

    def __init__(self, isolation: Isolation, limits: Limits, size: int | None = None) -> None:
        self.isolation = isolation
        self.limits = limits
        size = size or len(os.sched_getaffinity(0))  # not cpu_count: a container has fewer
        self._workers = [Worker(isolation, limits) for _ in range(size)]
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="worker")
        self._gpu = threading.Lock()
        self._closing = threading.Event()
        self._workers[0].start()
        for worker in reversed(self._workers):
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def submit(
        self, job: Job, limits: Limits | None = None, through: Through = _straight
    ) -> Future[JobResult]:
        """The job's run, in the future; within the pool's limits unless others are given.

        When it is the job's turn, `through` decides whether it has to be run.  Raises WorkerFailed
        after `close`, which another thread may have called.
        """
        try:
            return self._threads.submit(self._run, job, limits, through)
        except RuntimeError as error:
            raise WorkerFailed(f"the workers were closed: {error}") from None

    def _run(self, job: Job, limits: Limits | None, through: Through) -> JobResult:
        # One job at a time on the GPU: what takes all of its memory, or never leaves it, must be
        # that job's own misfortune.
        with self._gpu if job.on_gpu else nullcontext(), self._borrowed() as worker:
            return through(job, lambda: worker.run(job, limits), self._closing)

    @contextmanager
    def _borrowed(self) -> Iterator[Worker]:
        worker = self._idle.get()
        try:
            yield worker
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End all workers; jobs that have not begun are dropped."""
        self._closing.set()
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.close()
        self._threads.shutdown()
