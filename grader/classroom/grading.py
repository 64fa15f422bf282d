"""Grading a class: what is new goes out to the stations, what comes back goes into the store."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
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
from grader.submission import Submission
from grader.submission.layout import shown

_TRIES = 3
"""For a submission that is alone when its station is lost: that may be the machine's fault."""
_AHEAD = 4
"""Submissions that wait for each station; more would only fill the memory."""

Results = Future[list[ExerciseResult]]


@dataclass(frozen=True)
class Task:
    """One submission with the exercises that are to be graded."""

    stored: Stored
    submission: Submission
    bases: Mapping[str, Basis]
    """What the result of each exercise will rest on."""


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
    """Students in whose submission none of the exercises was found, each with the entry's name
    where it is another."""
    unread: list[tuple[str, str]] = field(default_factory=list)
    """Submissions of which nothing could be read, each with the sentence that says why."""
    changes: list[Change] = field(default_factory=list)


class Crew:
    """Stations behind an executor, which is made again when it breaks."""

    def __init__(
        self,
        make: Callable[[], Executor],
        size: int,
        loss: type[Exception] = BrokenExecutor,
    ) -> None:
        """`make` gives an executor of `size` processes, on this machine or others; `loss` is what
        its futures raise where a process is lost."""
        self.size = size
        self.executor = make()
        self._make = make
        self._loss = loss

    def grade(self, setup: Setup, tasks: Iterator[Task]) -> Iterator[tuple[Task, Results]]:
        """Each task with its results, as they come.

        With a station all is lost that was under way, and one of these submissions may have done
        it.  They are sent again in two parts, one after the other, and so on, until that one is
        alone: nobody else is charged with it.
        """
        while lost := (yield from self._together(setup, tasks)):
            half = len(lost) // 2
            if half:
                yield from self.grade(setup, iter(lost[:half]))
                yield from self.grade(setup, iter(lost[half:]))
            else:
                yield lost[0], self._alone(setup, lost[0])

    def _together(
        self, setup: Setup, tasks: Iterator[Task]
    ) -> Generator[tuple[Task, Results], None, list[Task]]:
        """Keep all stations busy until there are no more tasks, or until a station is lost; what
        was lost with it is returned."""
        running: dict[Results, Task] = {}
        lost: list[Task] = []
        while True:
            while not lost and len(running) < self.size * _AHEAD and (task := next(tasks, None)):
                running[self._send(setup, task)] = task
            if not running:
                return lost
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                task = running.pop(future)
                if self._is_lost(future):
                    lost.append(task)
                else:
                    yield task, future

    def _alone(self, setup: Setup, task: Task) -> Results:
        """Nothing else is under way; lost only if it is every time."""
        for _ in range(_TRIES):
            future = self._send(setup, task)
            if not self._is_lost(future):
                break
        return future

    def _is_lost(self, future: Results) -> bool:
        """Whether it was lost with its station; waits for it."""
        wait([future])
        return not future.cancelled() and isinstance(future.exception(), self._loss)

    def _send(self, setup: Setup, task: Task) -> Results:
        try:
            return self.executor.submit(station.grade, setup, task.submission)
        except BrokenExecutor:
            self.executor.shutdown(wait=False, cancel_futures=True)
            self.executor = self._make()
            return self.executor.submit(station.grade, setup, task.submission)


class ClassGrading:
    """One command's grading of a class into `store`."""

    def __init__(
        self,
        store: Store,
        course: Course,
        run: Run,
        setup: Setup,
        only: Sequence[str] = (),
    ) -> None:
        """With `only`, these exercises are graded; an entry is the same work all the same."""
        self._store = store
        self._run = run
        self._setup = setup
        graded = course.only(only)
        self._whole = wanted(course)
        self._asked = wanted(graded) if only else self._whole
        self._editions = {entry.id: of_exercise(entry, setup.language) for entry in graded.entries}
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
        for task, future in crew.grade(self._setup, self._tasks(attempts, recheck, tell)):
            self._take_in(task, future)
            tell(self.outcome)
        return self.outcome

    def _tasks(
        self,
        attempts: Sequence[Attempt],
        recheck: Sequence[str],
        tell: Callable[[Outcome], None],
    ) -> Iterator[Task]:
        """What is to be graded; read only when it is its turn."""
        for attempt in attempts:
            tell(self.outcome)
            try:
                task = self._task(attempt, recheck)
            except StoreError:
                raise
            except Exception as error:  # noqa: BLE001  (whatever it is, the others go on)
                self.outcome.failures.append(told(attempt.name, error))
                continue
            if task.submission.sources:
                yield task
            else:
                self.outcome.unchanged += 1

    def _task(self, attempt: Attempt, recheck: Sequence[str]) -> Task:
        """The attempt with what is to be graded of it, which may be nothing."""
        whole = submission(attempt, self._whole)
        stored = self._store.register(attempt, whole.digest, whole.notes)
        found = whole if self._asked is self._whole else submission(attempt, self._asked)
        self._note(stored, found)
        before = self._store.bases(stored)
        now = {name: Basis(self._editions[name], found.work(name)) for name in found.sources}
        new = recheck or [name for name in now if not _same(before.get(name), now[name])]
        sources = {name: source for name, source in found.sources.items() if name in new}
        bases = {name: now[name] for name in sources}
        task = Task(stored, replace(found, sources=sources), bases)
        return task if recheck else self._without_known(task)

    def _note(self, stored: Stored, found: Submission) -> None:
        """Remember a submission in which there is nothing to grade, however often it is seen."""
        problems = {source.problem for source in found.sources.values()}
        if all(source.missing for source in found.sources.values()):
            self.outcome.empty.append(_whose(stored))
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

    def _take_in(self, task: Task, future: Results) -> None:
        """Record the results, or the failure."""
        try:
            results = future.result()
        except ReferenceFailed:
            raise
        except Exception as error:  # noqa: BLE001  (as above)
            self.outcome.failures.append(told(task.stored.name, error))
        else:
            self._record(task, results)
            self.outcome.graded += 1


def _same(before: Basis | None, now: Basis) -> bool:
    """Whether a result with that basis is still right; in old stores none tells its work."""
    return before is not None and before in (now, replace(now, work=""))


def _whose(stored: Stored) -> str:
    """The student as `grader class show` finds them."""
    student, entry = shown(stored.student), shown(stored.name)
    return student if entry == student else f"{student} ({entry})"
