"""The store's results as a gradebook."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from grader.classroom.counting import counts
from grader.classroom.failure import StoreError
from grader.classroom.gradebook import Gradebook, Graded
from grader.classroom.records import Run, Stored
from grader.classroom.store import Store
from grader.course.loading import Course
from grader.grading.assembly import assemble
from grader.report.record import ExerciseResult


def gradebook(store: Store, course: Course) -> Gradebook:
    """The attempts that count, with the results of the course's exercises.

    An attempt that is not graded yet is left out, and its student with it.  Raises StoreError
    before the first run.
    """
    run = store.run()
    if run is None:
        raise StoreError("nothing has been graded yet: grader class grade FOLDER")
    order = {entry.id: place for place, entry in enumerate(course.entries)}
    return Gradebook(
        title=course.title,
        seed=run.seed,
        published=run.published is not None,
        read=lambda: _read(store, run, order),
    )


def _read(store: Store, run: Run, order: dict[str, int]) -> Iterator[Graded]:
    chosen = {stored.id: stored for stored in counts(store.attempts(), run.counting)}
    for number, rows in groupby(store.results(list(chosen)), key=lambda row: row[0]):
        found = [(seed, result) for _, seed, result in rows if result.id in order]
        found.sort(key=lambda pair: order[pair[1].id])
        if found:
            yield _graded(chosen[number], run, found)


def _graded(stored: Stored, run: Run, found: list[tuple[int, ExerciseResult]]) -> Graded:
    results = [result for _, result in found]
    seeds = {seed for seed, _ in found}
    report = assemble(
        stored.name,
        results,
        # Of several, where later runs graded only what had changed, the latest run's.
        seed=run.seed if run.seed in seeds or len(seeds) > 1 else seeds.pop(),
        under=run.conditions,
        notes=stored.notes,
        seconds=sum(check.seconds for result in results for check in result.checks),
    )
    return Graded(stored.student, stored.name, stored.received, report)
