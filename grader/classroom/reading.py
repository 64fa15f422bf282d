"""The store's results as a gradebook."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from grader.classroom.counting import counts
from grader.classroom.failure import StoreError
from grader.classroom.gradebook import Gradebook, Graded
from grader.classroom.intake import Attempt
from grader.classroom.records import Run, Stored
from grader.classroom.store import Store
from grader.course.loading import Course
from grader.grading.assembly import Conditions, assemble
from grader.language import _, ngettext
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


def also_counted(
    store: Store, run: Run, attempts: Iterable[Attempt], exercises: Collection[str]
) -> Iterator[str]:
    """Say how many students count who have no entry among these: of another class that is graded
    into the same store, one report would tell."""
    graded = store.graded(exercises)
    known = {s.student for s in counts(store.attempts(), run.counting) if s.id in graded}
    if away := len(known - {attempt.student for attempt in attempts}):
        yield ngettext(
            "{number} student in {store} is not in this folder and counts too; "
            "--store FILE for another class",
            "{number} students in {store} are not in this folder and count too; "
            "--store FILE for another class",
            away,
        ).format(number=away, store=store.name)


def _read(store: Store, run: Run, order: dict[str, int]) -> Iterator[Graded]:
    chosen = {stored.id: stored for stored in counts(store.attempts(), run.counting)}
    runs = store.runs()
    for number, rows in groupby(store.results(list(chosen)), key=lambda row: row[0]):
        found = [(run_id, result) for _, run_id, result in rows if result.id in order]
        found.sort(key=lambda pair: order[pair[1].id])
        if found:
            done_by = [runs[run_id] for run_id in sorted({run_id for run_id, _ in found})]
            yield _graded(chosen[number], done_by, [result for _, result in found])


def _graded(stored: Stored, runs: Sequence[Run], results: Sequence[ExerciseResult]) -> Graded:
    report = assemble(
        stored.name,
        results,
        # Of several, where later runs graded only what had changed, the latest one's.
        seed=runs[-1].seed,
        under=_together([run.conditions for run in runs]),
        notes=stored.notes,
        seconds=sum(check.seconds for result in results for check in result.checks),
    )
    return Graded(stored.student, stored.name, stored.received, report)


def _together(conditions: Sequence[Conditions]) -> Conditions:
    """The latest of several runs' conditions, with the others' isolation and versions, too; a limit
    that differs is left out, for a number cannot say it."""
    latest = conditions[-1]
    return replace(
        latest,
        isolation=_each(under.isolation for under in conditions),
        versions={
            name: _each(under.versions.get(name, version) for under in conditions)
            for name, version in latest.versions.items()
        },
        limits={
            name: limit
            for name, limit in latest.limits.items()
            if all(under.limits.get(name) == limit for under in conditions)
        },
    )


def _each(sayings: Iterable[str]) -> str:
    return " / ".join(dict.fromkeys(sayings))
