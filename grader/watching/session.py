"""A session: saves, verdicts, keys and signals, one after the other, in one thread.

Nothing here waits for a grader: a submission that does not end holds up no key.
"""

from __future__ import annotations

import os
import queue
import selectors
import signal
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Event, Thread
from typing import Protocol

from typing_extensions import Self

from grader.grading import Grader
from grader.grading.jobs import wanted
from grader.hinting import giving, progress
from grader.language import _
from grader.report.again import Again
from grader.report.student import for_student
from grader.submission import Submission, SubmissionError
from grader.watching.bell import ENDING, Bell
from grader.watching.board import Board, Verdict
from grader.watching.keys import SUSPEND, Keys
from grader.watching.lanes import Lanes
from grader.watching.saves import saves
from grader.watching.tasks import Tasks, Wish

_TICK = 0.1
"""Seconds between looks at tasks that may have become too old."""


class View(Protocol):
    """Where a session is seen; entered while it may write."""

    def __enter__(self) -> Self: ...
    def __exit__(self, *_: object) -> None: ...
    def verdict(self, verdict: Verdict) -> None:
        """Hear of a verdict on the newest version of an exercise."""

    def show(self, board: Board) -> None:
        """Show the board as it is now."""

    def key(self, name: str) -> None:
        """Hear of a key that is none of the session's."""


class Session:
    """Watches what `board` names, until it is told to quit."""

    def __init__(
        self, board: Board, lanes: Lanes, view: View, keys: Keys | None, again: Again
    ) -> None:
        self._board = board
        self._view = view
        self._keys = keys
        self._again = again
        self._bell = Bell()
        self._tasks: Tasks[Verdict | str] = Tasks(lanes, self._bell.ring)
        self._saves: queue.SimpleQueue[Submission | SubmissionError | BaseException]
        self._saves = queue.SimpleQueue()
        self._newest: Submission | None = None
        self._open = True
        self._leading = True
        """Whether to go to the first open exercise as verdicts come: until somebody acts."""
        self._acts: dict[str, Callable[[], None]] = {
            "q": self._quit,
            "n": self._next,
            "h": self._hint,
            "a": self._all,
            "c": self._compare,
            SUSPEND: self._suspend,
        }

    def run(self) -> int:
        """Watch; return 0 if a key ended it, and otherwise the number of the signal that did.

        Raises SubmissionError where there is nothing to watch in the beginning, and whatever
        ends a grader.
        """
        stop = Event()
        path = Path(self._board.path)
        watcher = Thread(target=self._watch, args=(path, stop), name="saves")
        with ExitStack() as stack:
            stack.enter_context(self._bell)
            watcher.start()
            stack.callback(watcher.join)
            stack.callback(stop.set)
            first = self._saves.get()
            if not isinstance(first, Submission):
                raise first
            self._take_in(first)
            if self._keys is not None:
                stack.enter_context(self._keys)
            stack.enter_context(self._view)
            return self._attend()

    def _watch(self, path: Path, stop: Event) -> None:
        """What the thread does: everything that is saved goes into the queue."""
        try:
            for found in saves(path, wanted(self._board.course), stop):
                self._saves.put(found)
                self._bell.ring()
        except BaseException as error:  # noqa: BLE001  (raised again by the session)
            self._saves.put(error)
            self._bell.ring()

    def _attend(self) -> int:
        with selectors.DefaultSelector() as selector:
            selector.register(self._bell, selectors.EVENT_READ)
            if self._keys is not None:
                selector.register(self._keys, selectors.EVENT_READ)
            while True:
                for wish, outcome in self._tasks.go_on():
                    self._learn(wish.exercise, outcome)
                self._board.grading = self._tasks.ages("grade")
                self._view.show(self._board)
                if not self._open:
                    return 0
                selector.select(_TICK if self._tasks.busy else None)
                heard = self._bell.heard()
                if ending := heard.intersection(ENDING):
                    return min(ending)
                if signal.SIGTSTP in heard:
                    self._suspend()
                self._press()
                self._collect()

    def _press(self) -> None:
        """Act upon the keys that were pressed."""
        if self._keys is None:
            return
        with selectors.DefaultSelector() as selector:
            selector.register(self._keys, selectors.EVENT_READ)
            pressed = self._keys.read() if selector.select(0) else []
        for key in ["q"] if pressed is None else pressed:
            self._acts.get(key, lambda key=key: self._view.key(key))()

    def _collect(self) -> None:
        """Take in what was saved since the last time."""
        with suppress(queue.Empty):
            while True:
                found = self._saves.get_nowait()
                if isinstance(found, Submission):
                    self._take_in(found)
                elif isinstance(found, SubmissionError):
                    said = _("{problem}. Watching goes on; it may come back.")
                    self._board.said = said.format(problem=found)
                else:
                    raise found

    def _take_in(self, submission: Submission) -> None:
        self._newest = submission
        first = not self._board.contents
        self._leading = first
        changed = self._board.saved(submission)
        for exercise in changed.by_helpers:
            self._grade(exercise, urgent=False)
        # Each urgent one goes before all others: so the first comes last.
        for exercise in changed.themselves if first else reversed(changed.themselves):
            self._grade(exercise, urgent=not first)
        if first or (changed.themselves and self._board.current not in changed.themselves):
            self._board.turn_to_open(changed.themselves)
        elif changed.themselves:
            self._board.turn(self._board.current)

    def _grade(self, exercise: str, *, urgent: bool) -> None:
        submission, content = self._newest, self._board.contents[exercise]
        assert submission is not None
        only = replace(submission, sources={exercise: content.source}, notes=[])

        def grade(grader: Grader) -> Verdict:
            report = for_student(grader.grade(only))
            (result,) = progress.shown(report, progress.read(only.path)).exercises
            return Verdict(result, content, datetime.now().astimezone(), report.seconds)

        self._tasks.want(Wish(exercise, "grade", grade, urgent=urgent))

    def _learn(self, exercise: str, outcome: Verdict | str) -> None:
        board = self._board
        if isinstance(outcome, str):
            if exercise == board.current:
                board.said = outcome
            return
        board.verdicts[exercise] = outcome
        self._view.verdict(outcome)
        if self._leading and board.done(board.current):
            board.turn_to_open(board.watched)
        self._leading = self._leading and len(board.verdicts) < len(board.watched)

    def _suspend(self) -> None:
        """Stop, as Ctrl-Z asks, with the terminal as it was; go on where `fg` says so."""
        self._view.__exit__(None, None, None)
        if self._keys is not None:
            self._keys.__exit__(None, None, None)
        handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.killpg(0, signal.SIGTSTP)  # `make` too; returns once all are continued
        signal.signal(signal.SIGTSTP, handler)
        if self._keys is not None:
            self._keys.__enter__()
        self._view.__enter__()
        self._tasks.again()

    def _next(self) -> None:
        self._leading = False
        self._board.turn_to_open()

    def _quit(self) -> None:
        self._open = False

    def _all(self) -> None:
        for exercise in self._board.watched:
            self._grade(exercise, urgent=False)

    def _compare(self) -> None:
        self._board.comparing = not self._board.comparing

    def _hint(self) -> None:
        board = self._board
        exercise, course, path = board.current, board.course, Path(board.path)

        def hint(grader: Grader) -> str:
            try:
                told = giving.next_hint(grader, course, exercise, path, self._again)
            except (SubmissionError, OSError) as error:
                return str(error)
            return told if isinstance(told, str) else _spoken(told)

        self._tasks.want(Wish(exercise, "hint", hint, urgent=True))


def _spoken(told: giving.Told) -> str:
    """All hints that were given so far, and how many are left."""
    left = told.of - len(told.hints)
    more = _("{number} left; h gives the next.").format(number=left)
    return "\n".join([*told.numbered(), more if left else _("No hint is left.")])
