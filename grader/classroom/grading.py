"""Grading a class: what is new goes out to the stations, what comes back goes into the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass, field, replace

from grader.classroom import station
from grader.classroom.failure import StoreError, told
from grader.classroom.intake import Attempt, submission
from grader.classroom.records import Basis, Change, Run, Stored
from grader.classroom.station import Setup
from grader.classroom.store import Store
from grader.course.edition import of_exercise
from grader.course.loading import Course, ReferenceFailed
from grader.grading.jobs import wanted
from grader.report.record import ExerciseResult
from grader.submission import Submission, Wanted
from grader.submission.layout import shown

_TRIES = 3
"""For a submission whose station was lost; most often another one's fault, or the machine's."""
_AHEAD = 4
"""Submissions that wait for each station; more would only fill the memory."""


@dataclass(frozen=True)
class Task:
    """One submission with the exercises that are to be graded."""

    stored: Stored
    submission: Submission
    bases: Mapping[str, Basis]
    """What the result of each exercise will rest on."""
    tries: int = 0


@dataclass
class Outcome:
    """What a grading came to."""

    total: int = 0
    graded: int = 0
    unchanged: int = 0
    failures: list[str] = field(default_factory=list)
    """Submissions that the grader, by its own fault, could not grade; they are tried again by the
    next command."""
    empty: list[str] = field(default_factory=list)
    """Submissions in which none of the exercises was found."""
    unread: list[tuple[str, str]] = field(default_factory=list)
    """Submissions of which nothing could be read, each with the sentence that says why."""
    changes: list[Change] = field(default_factory=list)


class Crew:
    """Stations behind an executor, which is made again when it breaks."""

    def __init__(self, make: Callable[[], Executor], size: int) -> None:
        """`make` gives an executor of `size` processes, on this machine or others."""
        self.size = size
        self.executor = make()
        self._make = make

    def send(self, setup: Setup, task: Task) -> Future[list[ExerciseResult]]:
        """The task's results, in the future."""
        try:
            return self.executor.submit(station.grade, setup, task.submission)
        except BrokenExecutor:
            self.executor.shutdown(wait=False, cancel_futures=True)
            self.executor = self._make()
            return self.executor.submit(station.grade, setup, task.submission)


class ClassGrading:
    """One command's grading of a class into `store`."""

    def __init__(self, store: Store, course: Course, run: Run, setup: Setup) -> None:
        self._store = store
        self._course = course
        self._run = run
        self._setup = setup
        self._editions = {entry.id: of_exercise(entry, setup.language) for entry in course.entries}
        self.outcome = Outcome()

    def grade(
        self,
        attempts: Sequence[Attempt],
        crew: Crew,
        *,
        recheck: Sequence[str] = (),
        tell: Callable[[Outcome], None] = lambda _: None,
    ) -> Outcome:
        """Grade what the store has no result for, or the exercises `recheck` anew.

        Raises ReferenceFailed where the course is wrong, StoreError where the store fails; what
        was recorded until then is kept.
        """
        self.outcome.total = len(attempts)
        tasks = self._tasks(attempts, recheck)
        again: list[Task] = []
        running: dict[Future[list[ExerciseResult]], Task] = {}
        while True:
            while len(running) < crew.size * _AHEAD:
                task = again.pop() if again else next(tasks, None)
                tell(self.outcome)
                if task is None:
                    break
                running[crew.send(self._setup, task)] = task
            if not running:
                return self.outcome
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            taken_in = (self._take_in(running.pop(future), future) for future in done)
            again += [task for task in taken_in if task]
            tell(self.outcome)

    def _tasks(self, attempts: Sequence[Attempt], recheck: Sequence[str]) -> Iterator[Task]:
        """What is to be graded; read only when it is its turn."""
        asked = wanted(self._course)
        for attempt in attempts:
            try:
                task = self._task(attempt, asked, recheck)
            except StoreError:
                raise
            except Exception as error:  # noqa: BLE001  (whatever it is, the others go on)
                self.outcome.failures.append(told(attempt.name, error))
                continue
            if task.submission.sources:
                yield task
            else:
                self.outcome.unchanged += 1

    def _task(self, attempt: Attempt, asked: Sequence[Wanted], recheck: Sequence[str]) -> Task:
        """The attempt with what is to be graded of it, which may be nothing."""
        found = submission(attempt, asked)
        stored = self._store.register(attempt, found.digest, found.notes)
        known = self._store.editions(stored)
        sources = {
            name: source
            for name, source in found.sources.items()
            if (name in recheck if recheck else known.get(name) != self._editions[name])
        }
        self._note(stored, found)
        bases = {name: Basis(self._editions[name], found.work(name)) for name in sources}
        task = Task(stored, replace(found, sources=sources), bases)
        return task if recheck else self._without_known(task)

    def _note(self, stored: Stored, found: Submission) -> None:
        """Remember a submission in which there is nothing to grade, however often it is seen."""
        problems = {source.problem for source in found.sources.values()}
        if all(source.missing for source in found.sources.values()):
            self.outcome.empty.append(shown(stored.name))
        elif len(problems) == 1 and all(problems):
            self.outcome.unread.append((shown(stored.name), problems.pop()))

    def _without_known(self, task: Task) -> Task:
        """The task less the work that was in another attempt too; its results are recorded."""
        known = self._store.known(self._run, task.stored, task.bases)
        if not known:
            return task
        self._record(task, known)
        done = {result.id for result in known}
        left = {name: s for name, s in task.submission.sources.items() if name not in done}
        return replace(task, submission=replace(task.submission, sources=left))

    def _record(self, task: Task, results: Sequence[ExerciseResult]) -> None:
        self.outcome.changes += self._store.record(self._run, task.stored, results, task.bases)

    def _take_in(self, task: Task, future: Future[list[ExerciseResult]]) -> Task | None:
        """Record the results; or return the task, to be tried again."""
        try:
            results = future.result()
        except ReferenceFailed:
            raise
        except BrokenExecutor as error:
            if task.tries + 1 < _TRIES:
                return replace(task, tries=task.tries + 1)
            self.outcome.failures.append(told(task.stored.name, error))
        except Exception as error:  # noqa: BLE001  (as above)
            self.outcome.failures.append(told(task.stored.name, error))
        else:
            self._record(task, results)
            self.outcome.graded += 1
        return None
