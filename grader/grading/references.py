"""What the references and the known mistakes answer; computed once per run."""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import islice

import msgspec
import numpy as np

from grader.course.loading import Entry, ReferenceFailed
from grader.grading import jobs, released
from grader.grading.job_cache import JobCache
from grader.grading.translation import explain
from grader.judge import compare
from grader.judge.compare import Expected
from grader.judge.value import Array, Value
from grader.sandbox import Limits
from grader.worker.client import JobResult
from grader.worker.conversation import TakeResult
from grader.worker.pool import Pool
from grader.worker.protocol import Job, Take

_TOGETHER = 16
"""Mistakes that one child makes: to begin a child takes longer than most mistakes."""
PATIENT = Limits(seconds=30)
"""The course's own code is not held to a submission's limits, which may be tight."""


@dataclass(frozen=True)
class Expectation:
    """What one take should answer, and the operators that the reference ran for it."""

    answer: Expected
    operators: tuple[str, ...]
    inputs: tuple[Array, ...]
    """What the case handed out; told by the reference's side, for the submission's may lie."""


class References:
    """Runs references and mistakes on demand and keeps their answers."""

    def __init__(
        self, pool: Pool, seed: int, devices: Sequence[str], cache: JobCache | None = None
    ) -> None:
        self._pool = pool
        self._cache = cache
        self._seed = seed
        self._devices = devices
        self._runs: dict[Hashable, Future[JobResult]] = {}
        self._expectations: dict[str, list[Expectation]] = {}
        self._places: dict[str, list[list[int]]] = {}

    def takes(self, entry: Entry) -> list[Take]:
        """One take per check and device."""
        return jobs.takes(entry, self._seed, self._devices)

    def begin(self, entry: Entry) -> Future[JobResult]:
        """Start to compute the reference's answers, if that has not begun."""
        return self._begun(
            (entry.id, "reference"), entry, lambda: _all_companions(entry, self.takes(entry))
        )

    def expectations(self, entry: Entry) -> list[Expectation]:
        """One for each of `takes(entry)`.  Raises ReferenceFailed."""
        if entry.id not in self._expectations:
            run = self.begin(entry).result()
            self._expectations[entry.id] = _expectations(entry, self.takes(entry), run)
        return self._expectations[entry.id]

    def begin_simplified(self, entry: Entry, take: Take) -> Future[JobResult]:
        """Start to compute the reference's answers to `jobs.simplified(take)`, if need be."""
        return self._begun(
            (entry.id, "simplified", take.check, take.device),
            entry,
            lambda: _all_companions(entry, jobs.simplified(take)),
        )

    def simplified(self, entry: Entry, take: Take) -> list[Expectation]:
        """One for each of `jobs.simplified(take)`.  Raises ReferenceFailed."""
        run = self.begin_simplified(entry, take).result()
        return _expectations(entry, jobs.simplified(take), run)

    def places(self, entry: Entry) -> list[list[int]]:
        """For each known mistake, which of `takes(entry)` it is run on: those whose checks call
        what it is a version of."""
        if entry.id not in self._places:
            takes = list(enumerate(self.takes(entry)))
            asked = [entry.asked_of(mistake) for mistake in entry.mistakes]
            self._places[entry.id] = [
                [place for place, take in takes if take.check in names] for names in asked
            ]
        return self._places[entry.id]

    def begin_mistakes(self, entry: Entry) -> None:
        """Start to compute what the known mistakes answer to their takes, if that has not begun."""
        starts = range(0, len(entry.mistakes), _TOGETHER)
        # In any order: stations that begin together do not wait for each other at every step.
        for start in random.sample(starts, len(starts)):
            self._begin_together(entry, start)

    def mistakes(self, entry: Entry) -> Iterator[list[TakeResult]]:
        """How each known mistake, in the order of mistakes.py, ended its takes; to be asked once,
        for they may take much memory and are not kept."""
        self.begin_mistakes(entry)
        for start in range(0, len(entry.mistakes), _TOGETHER):
            takes = iter(self._begin_together(entry, start).result().takes)
            del self._runs[entry.id, "mistakes", start]
            for places in self.places(entry)[start : start + _TOGETHER]:
                yield list(islice(takes, len(places)))

    def _begin_together(self, entry: Entry, start: int) -> Future[JobResult]:
        """Those from `start` on, as many as one child makes.  They have modules of their own, but
        what one changes in MXNet stays."""

        def takes() -> list[Take]:
            every = self.takes(entry)
            mistakes = zip(entry.mistakes, self.places(entry), strict=True)
            return [
                msgspec.structs.replace(every[place], trace=False, patch=mistake.patch)
                for mistake, places in islice(mistakes, start, start + _TOGETHER)
                for place in places
            ]

        return self._begun((entry.id, "mistakes", start), entry, takes, tells_inputs=False)

    def _begun(
        self,
        what: Hashable,
        entry: Entry,
        takes: Callable[[], list[Take]],
        *,
        tells_inputs: bool = True,
    ) -> Future[JobResult]:
        """The run of these takes; begun anew where a worker failed, which may go well another time:
        a station of a class lives long."""
        known = self._runs.get(what)
        if known is None or (known.done() and (known.cancelled() or known.exception())):
            job = jobs.reference_job(entry, takes(), tells_inputs=tells_inputs)
            self._runs[what] = self._run(entry, job)
        return self._runs[what]

    def _run(self, entry: Entry, job: Job) -> Future[JobResult]:
        """The job's run: from a student's answer key, from the cache, or from a worker."""
        if entry.released:
            return _done(released.find(entry, job.takes))
        # A GPU's are not kept: the next one may round otherwise, and nothing in a job names it.
        cache = None if job.on_gpu else self._cache
        if cache is None:
            return self._pool.submit(job, PATIENT)
        known = cache.find(job)
        return _done(known) if known else self._pool.submit(job, PATIENT, cache.answer)


def _done(run: JobResult) -> Future[JobResult]:
    found: Future[JobResult] = Future()
    found.set_result(run)
    return found


def _expectations(entry: Entry, takes: list[Take], run: JobResult) -> list[Expectation]:
    """The reference's answers, each take's together with its companions'."""
    if run.loaded is None or run.loaded.failure:
        failure = run.loaded.failure if run.loaded else None
        line = f", line {failure.frames[-1].line}" if failure and failure.frames else ""
        why = explain(failure) if failure else run.detail
        raise ReferenceFailed(f"{entry.id}/reference.py{line} cannot be loaded: {why}")
    answers = iter(run.takes)
    expectations = []
    for take in takes:
        values: list[Value] = []
        operators: list[str] = []
        inputs: tuple[Array, ...] = ()
        for _ in _with_companions(entry, take):
            result = next(answers)
            if result.answer is None or result.answer.value is None:
                failure = result.answer.failure if result.answer else None
                why = explain(failure) if failure else f"{result.detail}."
                where = f"{take.check} on {take.device}"
                raise ReferenceFailed(f"{entry.id}/reference.py fails {where}: {why}")
            if values and compare.holds_nan(result.answer.value):
                raise ReferenceFailed(f"{entry.id}/reference.py answers {take.check} with nan.")
            inputs = inputs or tuple(result.answer.inputs)
            values.append(result.answer.value)
            operators += result.answer.operators
        eps = float(np.finfo(take.dtype).eps)
        exact = values[1] if len(values) > 1 else values[0]
        expected = Expected(values[0], exact, tuple(values[2:]), eps)
        expectations.append(Expectation(expected, tuple(operators), inputs))
    return expectations


def _all_companions(entry: Entry, takes: Iterable[Take]) -> list[Take]:
    return [each for take in takes for each in _with_companions(entry, take)]


def _with_companions(entry: Entry, take: Take) -> list[Take]:
    """The take alone where a law judges: equality is not the question there."""
    check = entry.exercise.named(take.check)
    return [take] if check.judge else [take, *jobs.companions(take)]
