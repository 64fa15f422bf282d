"""The grader: keeps workers warm and turns a submission into a report."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future

from msgspec.structs import replace

from grader.course.loading import Course, Entry
from grader.grading import lacking as devices_lacking
from grader.grading import printed, remarks, smallest, verdicts
from grader.grading.assembly import assemble, conditions, short
from grader.grading.diagnosis import Diagnosis, wrong_of
from grader.grading.job_cache import JobCache
from grader.grading.jobs import asked, submission_jobs
from grader.grading.outcome import outcomes
from grader.grading.references import References
from grader.report.record import PRACTICE_SEED, CheckResult, ExerciseResult, ExerciseStatus, Report
from grader.submission import Submission, Wanted
from grader.submission.work import untouched
from grader.worker.client import JobResult
from grader.worker.pool import Pool
from grader.worker.protocol import LEFT_OUT, Take

_OUTPUTS = 4
"""Of one check's size are kept for all of an exercise's together."""


class Grader:
    """Grades submissions of one course with one seed, in the workers of `pool`.

    The references' answers are computed once, in processes of their own; a worker runs one job
    at a time, so that none of them is alive beside a submission in the same sandbox.  With a
    `cache` they are computed once and for all.  Checks on devices that are `lacking`, each with
    the reason, are shown as skipped.
    """

    def __init__(
        self,
        course: Course,
        pool: Pool,
        *,
        seed: int = PRACTICE_SEED,
        devices: Sequence[str] = ("cpu",),
        lacking: Mapping[str, str] | None = None,
        cache: JobCache | None = None,
    ) -> None:
        self.course = course
        self._pool = pool
        self._seed = seed
        self._devices = list(devices)
        self._lacking = lacking or {}
        self._wanted: dict[str, Wanted] = {}
        self.references = References(pool, seed, self._devices, cache)
        self.diagnosis = Diagnosis(self.references)

    def grade(
        self, submission: Submission, tell: Callable[[int, int], None] | None = None
    ) -> Report:
        """The report on one submission; `tell` hears how many exercises of how many are graded.

        Raises WorkerFailed or ReferenceFailed where the grader or the course fails; that is never
        charged to the submission.
        """
        began = time.monotonic()
        entries = [e for e in self.course.entries if e.id in submission.sources]
        runs = {entry.id: self._begin(entry, submission) for entry in entries}
        results = []
        for entry in entries:
            # What was judged is forgotten: answers may take much memory.
            result = self._result(entry, submission, runs.pop(entry.id))
            results.append(devices_lacking.shown(result, entry, self._lacking))
            if tell:
                tell(len(results), len(entries))
        return assemble(
            str(submission.path),
            results,
            seed=self._seed,
            under=conditions(self._pool.isolation, self._pool.limits, self._devices),
            notes=submission.notes,
            seconds=time.monotonic() - began,
        )

    def _begin(self, entry: Entry, submission: Submission) -> list[Future[JobResult]]:
        """The runs of a submission's file in the future; none where it cannot be read, or holds
        nothing to be run."""
        source = submission.sources[entry.id]
        if source.problem or untouched(source, self._asked(entry)):
            return []
        self.references.begin(entry)
        return self._submit(entry, submission, self.references.takes(entry))

    def _asked(self, entry: Entry) -> Wanted:
        if entry.id not in self._wanted:
            self._wanted[entry.id] = asked(entry)
        return self._wanted[entry.id]

    def _submit(
        self, entry: Entry, submission: Submission, takes: list[Take], *, bare: bool = False
    ) -> list[Future[JobResult]]:
        jobs = submission_jobs(entry, submission, takes)
        return [self._pool.submit(replace(job, bare=bare)) for job in jobs]

    def _with_example(
        self,
        entry: Entry,
        submission: Submission,
        checks: list[CheckResult],
        run: JobResult,
    ) -> list[CheckResult]:
        """The same results; the first wrong answer with a small case that shows it."""
        takes = [done.take for done in run.takes]
        bare = run.loaded is not None and any(n.type == LEFT_OUT for n in run.loaded.notes)

        def replay(simple: list[Take]) -> JobResult:
            return _together(self._submit(entry, submission, simple, bare=bare))

        for i, check in enumerate(checks):
            if check.comparison:
                found = smallest.example(entry, takes[i], replay, self.references)
                return [*checks[:i], replace(check, example=found), *checks[i + 1 :]]
        return checks

    def _result(
        self, entry: Entry, submission: Submission, pending: list[Future[JobResult]]
    ) -> ExerciseResult:
        source = submission.sources[entry.id]
        if not pending:
            status: ExerciseStatus = "error" if source.problem else "not_started"
            if source.missing:
                status = "missing"
            checks = [
                verdicts.not_run(entry, take, source.problem)
                for take in self.references.takes(entry)
            ]
            return _exercise_result(entry, checks, status, message=source.problem)
        run = _together(pending)
        if run.loaded is None or run.loaded.failure:
            checks, message = verdicts.not_loaded(entry, run, source.filename)
            return _exercise_result(entry, checks, "error", message=message)
        mine = outcomes(entry, run.takes, self.references.expectations(entry))
        traced = bool(entry.exercise.own_work)
        reach = remarks.reach(source, submission.imported_by(source), traced=traced)
        judged = [
            verdicts.judge(entry, outcome, run.loaded, filename=source.filename, reach=reach)
            for outcome in mine
        ]
        status = verdicts.status(judged)
        cause = None
        if status in ("failed", "partly", "error"):
            cause = self.diagnosis.likely_cause(entry, wrong_of(enumerate(mine)))
        elif status == "borrowed":
            cause = verdicts.said_first(judged)
        most = _OUTPUTS * self._pool.limits.output
        checks = printed.bounded([one.result for one in judged], most)
        notes = remarks.notes(run.loaded, source.filename)
        if status != "done":
            others = {s for e in self.course.whole if e is not entry for s in e.exercise.stubs}
            notes += remarks.repeated(run.loaded, source.filename, others)
            seen = [outcome for outcome in mine if not outcome.check.hidden]
            notes += remarks.left_over(source, self._asked(entry), seen)
        return _exercise_result(
            entry,
            self._with_example(entry, submission, checks, run),
            status,
            message=remarks.undefined(run.loaded, entry.exercise.stubs, source.filename),
            likely_cause=cause,
            notes=notes,
        )


def _together(runs: Sequence[Future[JobResult]]) -> JobResult:
    """One file's jobs as one run: how it was loaded first, and all takes."""
    done = [run.result() for run in runs]
    return dataclasses.replace(done[0], takes=[take for run in done for take in run.takes])


def _exercise_result(
    entry: Entry,
    checks: list[CheckResult],
    status: ExerciseStatus,
    *,
    message: str,
    likely_cause: str | None = None,
    notes: Sequence[str] = (),
) -> ExerciseResult:
    return ExerciseResult(
        id=entry.id,
        title=entry.exercise.title,
        section=entry.section,
        status=status,
        points=short(sum(check.points for check in checks)),
        max_points=short(sum(check.max_points for check in checks)),
        message=message,
        likely_cause=likely_cause,
        notes=list(notes),
        checks=checks,
    )
