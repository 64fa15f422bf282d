"""Where the stations are: on this machine, or in a Dask cluster."""

from __future__ import annotations

import multiprocessing
import os
import re
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

from grader.classroom import station
from grader.classroom.failure import SchedulerError
from grader.classroom.grading import Crew

_PORT = re.compile(r":\d+$")
_PATIENCE = "10s"
"""With a scheduler that does not answer."""


@contextmanager
def here(size: int | None = None) -> Iterator[Crew]:
    """Stations in `size` processes of this machine, one for each core by default."""
    size = size or len(os.sched_getaffinity(0))

    def make() -> Executor:
        # Not forked: a station's threads and sockets are to be its own.
        return ProcessPoolExecutor(
            size, multiprocessing.get_context("spawn"), initializer=station.prepare
        )

    crew = Crew(make, size)
    try:
        yield crew
    except BaseException:  # nobody waits for what is being graded
        for process in multiprocessing.active_children():
            process.kill()
        raise
    finally:
        crew.executor.shutdown(cancel_futures=True)


@contextmanager
def cluster(address: str) -> Iterator[Crew]:
    """Stations in the workers of the Dask cluster whose scheduler listens at `address`.

    Dask itself sends the work of a lost worker to another, until it has lost several with it.
    Raises SchedulerError where there is no such cluster, or it has no workers.
    """
    if not _PORT.search(address):  # Dask would wait for it, and say so in a traceback
        raise SchedulerError(f"--scheduler {address}: give the port, too, as in tcp://host:8786")
    # It takes half a second to import, and few classes need it.
    from distributed import Client, KilledWorker

    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]  # distributed has no annotations here
    except (OSError, TimeoutError, ValueError) as error:
        raise SchedulerError(f"--scheduler {address}: {error}") from None
    try:
        client.wait_for_workers(1, timeout=30)
        workers = client.scheduler_info(n_workers=-1)["workers"].values()
        # Not a pure function of its arguments: what crashed once may not crash again.
        executor: Executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call]  # as above
        # A station grades one submission at a time, however many threads a worker has.
        yield Crew(lambda: executor, len(workers), KilledWorker)
        executor.shutdown(wait=False)
    except TimeoutError:
        raise SchedulerError(f"--scheduler {address}: it has no workers; start some") from None
    finally:
        client.close()  # type: ignore[no-untyped-call]  # as above
