"""Where a class's work and results are kept: a SQLite file, or PostgreSQL by its address.

Only the judge's side writes here, one command at a time.  Each submission's results go in by one
transaction: whenever the command is ended, what was recorded is whole, and the rest is still to
be graded.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sql
from typing_extensions import Self

from grader.classroom.database import Database
from grader.classroom.failure import StoreError
from grader.classroom.intake import Attempt
from grader.classroom.records import Basis, Change, Run, Stored, aware
from grader.classroom.tables import results, runs, submissions
from grader.grading.assembly import Conditions
from grader.program import program_name
from grader.report import jsonfile
from grader.report.record import ExerciseResult


class Store:
    """One class's work and results.  Close it, or use it as a context manager."""

    def __init__(self, address: str) -> None:
        """Open the store, or make it: `address` is a file's path or a `postgresql://` address.
        Raises StoreError."""
        self._database = Database(address)
        self.name = self._database.name
        self.exclusively = self._database.exclusively

    @classmethod
    def of_a_class(cls, address: str) -> Self:
        """The store of a class that was graded.  Raises StoreError where there is none."""
        if "://" not in address and not Path(address).exists():
            command = f"{program_name()} class grade FOLDER"
            raise StoreError(f"{address}: nothing has been graded yet: {command}")
        return cls(address)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file or the connections."""
        self._database.close()

    # -- runs ---------------------------------------------------------------------------------

    def run(self) -> Run | None:
        """The latest run, or None before the first."""
        query = sql.select(runs).order_by(runs.c.id.desc()).limit(1)
        row = self._database.read(lambda connection: connection.execute(query).one_or_none())
        return Run.of(row) if row else None

    def runs(self) -> dict[int, Run]:
        """All runs by their ids, the latest last."""
        query = sql.select(runs).order_by(runs.c.id)
        rows = self._database.read(lambda connection: connection.execute(query).all())
        return {row.id: Run.of(row) for row in rows}

    def open_run(
        self, course: str, conditions: Conditions, *, counting: str | None, seed: int | None
    ) -> Run:
        """Goes on with the latest run.  Starts another if that is published, or if seed or
        conditions differ.  Raises StoreError where another seed is given, and the latest run has
        results that are not published: work that has not changed would keep them.

        Where no seed is given, an unpublished run's is kept, or else one is drawn here.  Where it
        is not said which attempt counts, that stays as it was; at first it is the latest.
        """
        last = self.run()
        counting = counting or (last.counting if last else "latest")
        if seed is not None and last and last.published is None and seed != last.seed:
            self._require_nothing_graded(last)
        if seed is None:
            seed = last.seed if last and last.published is None else secrets.randbits(62)
        if last and (last.published, last.seed, last.conditions) == (None, seed, conditions):
            change = sql.update(runs).where(runs.c.id == last.id).values(counting=counting)
            self._database.write(lambda connection: connection.execute(change))
        else:
            start = sql.insert(runs).values(
                started=_now(),
                course=course,
                seed=seed,
                counting=counting,
                conditions=msgspec.to_builtins(conditions),
            )
            self._database.write(lambda connection: connection.execute(start))
        opened = self.run()
        assert opened is not None
        return opened

    def _require_nothing_graded(self, run: Run) -> None:
        query = sql.select(results.c.submission).where(results.c.run == run.id).limit(1)
        if self._database.read(lambda connection: connection.execute(query).all()):
            raise StoreError(
                f"{self.name}: this class is being graded with another seed: leave out --seed, end "
                f"that run ({program_name()} class publish), or take another store"
            )

    def publish(self) -> Run:
        """Let the latest run's seed be known.  Raises StoreError before the first run."""
        last = self.run()
        if last is None:
            raise StoreError(f"{self.name}: nothing has been graded yet")
        if last.published is None:
            change = sql.update(runs).where(runs.c.id == last.id).values(published=_now())
            self._database.write(lambda connection: connection.execute(change))
        published = self.run()
        assert published is not None
        return published

    # -- submissions --------------------------------------------------------------------------

    def register(self, attempt: Attempt, digest: str, notes: Sequence[str]) -> Stored:
        """The attempt with this content, entered if it is new; no other content of its entry
        counts any longer."""
        entry = {"student": _text(attempt.student), "name": _text(attempt.name)}
        values = {"received": attempt.received, "notes": [_text(note) for note in notes]}
        here = (submissions.c.student == entry["student"]) & (submissions.c.name == entry["name"])
        named = here & (submissions.c.digest == digest)
        replaced = here & (submissions.c.digest != digest) & submissions.c.current

        def enter(connection: sql.Connection) -> Any:
            connection.execute(sql.update(submissions).where(replaced).values(current=False))
            found = connection.execute(sql.select(submissions).where(named)).one_or_none()
            if found is None:
                new = {**entry, **values, "digest": digest, "current": True}
                connection.execute(sql.insert(submissions).values(new))
            elif (aware(found.received), found.notes, found.current) != (*values.values(), True):
                change = sql.update(submissions).where(named).values(**values, current=True)
                connection.execute(change)
            else:
                return found
            return connection.execute(sql.select(submissions).where(named)).one()

        return Stored.of(self._database.write(enter))

    def attempts(self) -> list[tuple[Stored, float]]:
        """What is in each entry now, with the points that it has earned."""
        points = sql.func.coalesce(sql.func.sum(results.c.points), 0.0)
        query = (
            sql.select(submissions, points)
            .where(submissions.c.current)
            .outerjoin(results, results.c.submission == submissions.c.id)
            .group_by(submissions.c.id)
            .order_by(submissions.c.student, submissions.c.id)
        )
        rows = self._database.read(lambda connection: connection.execute(query).all())
        return [(Stored.of(row), float(row[-1])) for row in rows]

    # -- results ------------------------------------------------------------------------------

    def graded(self, exercises: Collection[str]) -> set[int]:
        """The ids of the submissions that have a result of any of these exercises."""
        query = sql.select(results.c.submission).where(results.c.exercise.in_(exercises)).distinct()
        return set(self._database.read(lambda connection: connection.scalars(query).all()))

    def bases(self, submission: Stored) -> dict[str, Basis]:
        """What the submission's result of each exercise rests on."""
        columns = (results.c.exercise, results.c.edition, results.c.work)
        query = sql.select(*columns).where(results.c.submission == submission.id)
        rows = self._database.read(lambda connection: connection.execute(query).all())
        return {row.exercise: Basis(row.edition, row.work) for row in rows}

    def known(
        self, run: Run, submission: Stored, bases: Mapping[str, Basis]
    ) -> list[ExerciseResult]:
        """The results that this run has given to the same work in the student's other attempts."""
        query = (
            sql.select(results)
            .join(submissions, submissions.c.id == results.c.submission)
            .where(
                submissions.c.student == submission.student,
                submissions.c.id != submission.id,
                results.c.run == run.id,
                results.c.exercise.in_(bases),
            )
            .order_by(results.c.submission)
        )
        rows = self._database.read(lambda connection: connection.execute(query).all())
        same = {
            row.exercise: row.record
            for row in rows
            if bases[row.exercise] == Basis(row.edition, row.work)
        }
        return [msgspec.json.decode(record, type=ExerciseResult) for record in same.values()]

    def record(
        self,
        run: Run,
        submission: Stored,
        graded: Sequence[ExerciseResult],
        bases: Mapping[str, Basis],
    ) -> list[Change]:
        """Keep results, whole or not at all, in the place of older ones; whose points changed."""
        rows = [
            {
                "submission": submission.id,
                "exercise": result.id,
                "run": run.id,
                "edition": bases[result.id].edition,
                "work": bases[result.id].work,
                "points": result.points,
                "max_points": result.max_points,
                "status": result.status,
                "seconds": sum(check.seconds for check in result.checks),
                "record": jsonfile.to_json(result).decode(),
            }
            for result in graded
        ]
        ours = (results.c.submission == submission.id) & results.c.exercise.in_(
            [row["exercise"] for row in rows]
        )

        def replace(connection: sql.Connection) -> dict[str, float]:
            query = sql.select(results.c.exercise, results.c.points).where(ours)
            before = {row.exercise: row.points for row in connection.execute(query)}
            if before:
                connection.execute(sql.delete(results).where(ours))
            if rows:
                connection.execute(sql.insert(results), rows)
            return before

        before = self._database.write(replace)
        return [
            Change(submission.student, submission.name, result.id, old, result.points)
            for result in graded
            if (old := before.get(result.id, result.points)) != result.points
        ]

    def results(self, ids: Sequence[int]) -> Iterator[tuple[int, int, ExerciseResult]]:
        """(submission's id, run's, result) of these submissions, one submission after another."""
        query = sql.select(results.c.submission, results.c.run, results.c.record).where(
            results.c.submission == sql.bindparam("id")
        )
        for number in ids:
            found = self._database.read(lambda c, n=number: c.execute(query, {"id": n}).all())  # type: ignore[misc]  # mypy does not infer a lambda's default
            for row in found:
                yield row[0], row[1], msgspec.json.decode(row[2], type=ExerciseResult)


def _text(value: str) -> str:
    """`value` as PostgreSQL can hold it."""
    return value.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")


def _now() -> datetime:
    return datetime.now(timezone.utc)
