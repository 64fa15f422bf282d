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
from grader.language import _
from grader.program import program_name
from grader.report.record import ExerciseResult


def gradebook(store: Store, course: Course) -> Gradebook:
    """The attempts that count, with the results of the course's exercises.

    An attempt that is not graded yet is left out, and its student with it.  Raises StoreError
    where nobody would be left.
    """
    order = {entry.id: place for place, entry in enumerate(course.entries)}
    run = store.run()
    chosen = {stored.id for stored in counts(store.attempts(), run.counting)} if run else set()
    graded = chosen & store.graded(order)
    if run is None or not graded:
        said = _(
            "{store}: nobody in it has been graded in the course {title}; give another with "
            "--store or --course, or grade the class first: {program} class grade FOLDER"
        )
        program = program_name()
        raise StoreError(said.format(store=store.name, title=course.title, program=program))
    return Gradebook(
        title=course.title,
        seed=run.seed,
        published=run.published is not None,
        read=lambda: _read(store, run, order),
        unfinished=graded != chosen,
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
