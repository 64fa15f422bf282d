"""What a solution finds around it, in a worker's child and in `grader debug` alike."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import mxnet as mx
import numpy as np

from grader.course import Exercise
from grader.course.own_work import operator_patterns
from grader.worker import absent_gpu, one_process, overflow
from grader.worker.mxnet_import import without_scipy
from grader.worker.protocol import Job

_COLUMNS = 63
"""A report on a terminal of 80 has so many for what was printed: rows of an array stay whole."""


def prepare() -> None:
    """Make MXNet and NumPy as every solution finds them; once, in the process that forks or runs
    one."""
    one_process.insist()
    overflow.forget()
    np.set_printoptions(linewidth=_COLUMNS)
    # Of nets that a check initialises once more: who reads it would look for a mistake in vain.
    warnings.filterwarnings("ignore", "Parameter .* is already initialized, ignoring")
    begin_anew()


def begin_anew() -> None:
    """Have MXNet draw and name its blocks as it does in every solution's process, where draws are
    not judged: who makes a mistake gets the numbers and names that the known mistake got."""
    mx.random.seed(1)
    mx.name.NameManager().__enter__()  # to stay


@contextmanager
def of(exercise: Exercise, job: Job) -> Iterator[None]:
    """Meanwhile the process is this job's: its arguments, its GPU or none, what it can import."""
    arguments = sys.argv[:]
    sys.argv[:] = [job.filename]
    if not (job.on_gpu and absent_gpu.may_be_there()):
        absent_gpu.refuse()
    try:
        # SciPy has such operators too, and nothing traces them.
        with without_scipy() if operator_patterns(exercise.own_work) else nullcontext():
            yield
    finally:
        sys.argv[:] = arguments
