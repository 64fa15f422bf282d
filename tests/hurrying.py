"""Less time for a job than its pool gives: what hangs on purpose is to be cheap."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass

from grader.sandbox import Isolation, Limits
from grader.worker.client import JobResult
from grader.worker.pool import Pool, Through
from grader.worker.protocol import Job


@dataclass(frozen=True)
class Hurried:
    """A pool whose jobs have other limits."""

    pool: Pool
    limits: Limits

    @property
    def isolation(self) -> Isolation:
        return self.pool.isolation

    def submit(
        self, job: Job, limits: Limits | None = None, *through: Through
    ) -> Future[JobResult]:
        return self.pool.submit(job, limits or self.limits, *through)
