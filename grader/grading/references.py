"""What the references and the known mistakes answer; computed once per run."""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

import msgspec
import numpy as np

from grader.course.loading import Entry, ReferenceFailed
from grader.grading import jobs, released
from grader.grading.answer_key import AnswerKey
from grader.grading.translation import explain
from grader.judge import compare
from grader.judge.compare import Expected
from grader.judge.value import Array, Value
from grader.sandbox import Limits
from grader.worker.client import Run
from grader.worker.conversation import TakeResult
from grader.worker.pool import Pool
from grader.worker.protocol import Job, Take

K = TypeVar("K", bound=Hashable)

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
        self, pool: Pool, seed: int, devices: Sequence[str], key: AnswerKey | None = None
    ) -> None:
        self._pool = pool
        self._key = key
        self._seed = seed
        self._devices = devices
        self._references: dict[str, Future[Run]] = {}
        self._expectations: dict[str, list[Expectation]] = {}
        self._mistakes: dict[tuple[str, int], Future[Run]] = {}
        self._places: dict[str, list[list[int]]] = {}
        self._simplified: dict[tuple[str, str, str], Future[Run]] = {}

    def takes(self, entry: Entry) -> list[Take]:
        """One take per check and device."""
        return jobs.takes(entry, self._seed, self._devices)

    def begin(self, entry: Entry) -> Future[Run]:
        """Start to compute the reference's answers, if that has not begun."""

        def begin() -> Future[Run]:
            takes = [t for take in self.takes(entry) for t in _with_companions(entry, take)]
            return self._run(entry, jobs.reference_job(entry, takes))

        return _begun(self._references, entry.id, begin)

    def expectations(self, entry: Entry) -> list[Expectation]:
        """One for each of `takes(entry)`.  Raises ReferenceFailed."""
        if entry.id not in self._expectations:
            run = self.begin(entry).result()
            self._expectations[entry.id] = _expectations(entry, self.takes(entry), run)
        return self._expectations[entry.id]

    def begin_simplified(self, entry: Entry, take: Take) -> Future[Run]:
        """Start to compute the reference's answers to `jobs.simplified(take)`, if need be."""

        def begin() -> Future[Run]:
            takes = [t for simple in jobs.simplified(take) for t in _with_companions(entry, simple)]
            return self._run(entry, jobs.reference_job(entry, takes))

        return _begun(self._simplified, (entry.id, take.check, take.device), begin)

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
            del self._mistakes[entry.id, start]
            for places in self.places(entry)[start : start + _TOGETHER]:
                yield list(islice(takes, len(places)))

    def _begin_together(self, entry: Entry, start: int) -> Future[Run]:
        """Those from `start` on, as many as one child makes.  They have modules of their own, but
        what one changes in MXNet stays."""

        def begin() -> Future[Run]:
            every = self.takes(entry)
            mistakes = zip(entry.mistakes, self.places(entry), strict=True)
            takes = [
                msgspec.structs.replace(every[place], trace=False, patch=mistake.patch)
                for mistake, places in islice(mistakes, start, start + _TOGETHER)
                for place in places
            ]
            return self._run(entry, jobs.reference_job(entry, takes, tells_inputs=False))

        return _begun(self._mistakes, (entry.id, start), begin)

    def _run(self, entry: Entry, job: Job) -> Future[Run]:
        """The job's run: from an answer key, or from a worker."""
        if entry.released:
            return _done(released.find(entry, job.takes))
        # A GPU's are not kept: the next one may round otherwise, and nothing in a job names it.
        key = None if job.on_gpu else self._key
        if key is None:
            return self._pool.submit(job, PATIENT)
        known = key.find(job)
        return _done(known) if known else self._pool.submit(job, PATIENT, key.answer)


def _begun(futures: dict[K, Future[Run]], key: K, begin: Callable[[], Future[Run]]) -> Future[Run]:
    """The future under the key; begun anew where a worker failed, which may go well another time:
    a station of a class lives long."""
    known = futures.get(key)
    if known is None or (known.done() and (known.cancelled() or known.exception())):
        futures[key] = begin()
    return futures[key]


def _done(run: Run) -> Future[Run]:
    found: Future[Run] = Future()
    found.set_result(run)
    return found


def _expectations(entry: Entry, takes: list[Take], run: Run) -> list[Expectation]:
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


def _with_companions(entry: Entry, take: Take) -> list[Take]:
    """The take alone where a law judges: equality is not the question there."""
    check = entry.exercise.named(take.check)
    return [take] if check.judge else [take, *jobs.companions(take)]
