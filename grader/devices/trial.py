"""One operator of MXNet, tried where submissions will run.

A GPU that CuPy can see may still be of no use to MXNet: a library is missing, the sandbox hides a
file, the driver does not bear a fork.  So one operator is run in a child of a worker, behind the
same walls; a crash or a time-out is an answer too.
"""

from __future__ import annotations

import numpy as np

from grader.judge.answers import BadArray, plain
from grader.language import _
from grader.sandbox import Limits
from grader.worker.conversation import TakeResult
from grader.worker.pool import Pool
from grader.worker.protocol import Job, Take

_PATIENT = Limits(seconds=60)
"""The first use of a GPU loads a GiB of machine code."""

_CHECKS = '''
from grader.course import Exercise

exercise = Exercise("Trial", stubs=[])


@exercise.check(points=1)
def doubles(solution, case):
    """Adds an array to itself."""
    x = case.array([1, 2, 3])
    return x + x
'''


def trial(pool: Pool, device: str) -> str:
    """Why MXNet cannot compute on `device`, a take's name for it; empty where it can.

    Raises WorkerFailed where there is no worker that could try.
    """
    job = Job("trial", "trial.py", "", _CHECKS, [Take("doubles", 1, device)])
    run = pool.submit(job, _PATIENT).result()
    if run.loaded is None or run.loaded.failure:
        said = _("the trial could not be loaded: {why}")
        return said.format(why=run.detail or run.loaded)
    return _problem(run.takes[0])


def _problem(outcome: TakeResult) -> str:
    answer = outcome.answer
    if answer is None:
        said = _("MXNet's first operator there gave no answer: {why}")
        return said.format(why=outcome.detail)
    if answer.failure:
        lines = answer.failure.message.strip().splitlines() or [answer.failure.type]
        return _("MXNet's first operator there failed: {error}").format(error=lines[-1])
    try:
        right = answer.value is not None and np.array_equal(plain(answer.value), [2, 4, 6])
    except BadArray:
        right = False
    return "" if right else _("MXNet's first operator there gave a wrong answer")
