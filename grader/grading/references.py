"""What the references and the known mistakes answer; computed once per run."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass

import msgspec
import numpy as np

from grader.course.loading import Entry, ReferenceFailed
from grader.grading import jobs
from grader.judge.compare import Expected
from grader.worker.client import Pool, Run
from grader.worker.protocol import Take, Value


@dataclass(frozen=True)
class Expectation:
    """What one take should answer, and the operators that the reference ran for it."""

    answer: Expected
    operators: tuple[str, ...]


class References:
    """Runs references and mistakes on demand and keeps their answers."""

    def __init__(self, pool: Pool, seed: int, devices: Sequence[str]) -> None:
        self._pool = pool
        self._seed = seed
        self._devices = devices
        self._references: dict[str, Future[Run]] = {}
        self._mistakes: dict[str, list[Future[Run]]] = {}
        self._simplified: dict[tuple[str, str, str], Future[Run]] = {}

    def takes(self, entry: Entry) -> list[Take]:
        """One take per check and device."""
        return jobs.takes(entry, self._seed, self._devices)

    def begin(self, entry: Entry) -> Future[Run]:
        """Start to compute the reference's answers, if that has not begun."""
        if entry.id not in self._references:
            takes = [t for take in self.takes(entry) for t in _with_companions(entry, take)]
            self._references[entry.id] = self._pool.submit(jobs.reference_job(entry, takes))
        return self._references[entry.id]

    def expectations(self, entry: Entry) -> list[Expectation]:
        """One for each of `takes(entry)`.  Raises ReferenceFailed."""
        run = self.begin(entry).result()
        return _expectations(entry, self.takes(entry), run)

    def simplified(self, entry: Entry, take: Take) -> list[Expectation]:
        """One for each of `jobs.simplified(take)`.  Raises ReferenceFailed."""
        key = (entry.id, take.check, take.device)
        if key not in self._simplified:
            takes = [t for simple in jobs.simplified(take) for t in _with_companions(entry, simple)]
            self._simplified[key] = self._pool.submit(jobs.reference_job(entry, takes))
        return _expectations(entry, jobs.simplified(take), self._simplified[key].result())

    def mistakes(self, entry: Entry) -> list[Run]:
        """What each known mistake answers to `takes(entry)`, in the order of mistakes.py."""
        if entry.id not in self._mistakes:
            takes = [msgspec.structs.replace(take, trace=False) for take in self.takes(entry)]
            self._mistakes[entry.id] = [
                self._pool.submit(jobs.reference_job(entry, takes, patch=mistake.patch))
                for mistake in entry.mistakes
            ]
        return [future.result() for future in self._mistakes[entry.id]]


def _expectations(entry: Entry, takes: list[Take], run: Run) -> list[Expectation]:
    """The reference's answers, each take's together with its companions'."""
    if run.loaded is None or run.loaded.failure:
        raise ReferenceFailed(f"{entry.id}/reference.py cannot be loaded: {run}")
    answers = iter(run.takes)
    expectations = []
    for take in takes:
        values: list[Value] = []
        operators: list[str] = []
        for _ in _with_companions(entry, take):
            result = next(answers)
            if result.answer is None or result.answer.value is None:
                raise ReferenceFailed(f"{entry.id}/reference.py fails {take.check}: {result}")
            values.append(result.answer.value)
            operators += result.answer.operators
        eps = float(np.finfo(take.dtype).eps)
        exact = values[1] if len(values) > 1 else values[0]
        expected = Expected(values[0], exact, tuple(values[2:]), eps)
        expectations.append(Expectation(expected, tuple(operators)))
    return expectations


def _with_companions(entry: Entry, take: Take) -> list[Take]:
    """The take alone where a law judges: equality is not the question there."""
    check = entry.exercise.named(take.check)
    return [take] if check.judge else [take, *jobs.companions(take)]
