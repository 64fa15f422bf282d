"""Who grades what, and whose verdict counts.

A version that was saved while an older one is being graded replaces it: the older one's verdict is
dropped, and where it does not come by itself, its lane is ended.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from grader.grading import Grader
from grader.watching.lanes import Lane, Lanes

_GRACE = 0.5
"""Seconds that a task may go on after nobody waits for it: ended lanes take two to be warm again,
and most tasks take less than a tenth of one."""
_HELD_UP = 1.5
"""Seconds after which a task gives way to what was saved since it began; it is done again later."""

_T = TypeVar("_T")


@dataclass(frozen=True)
class Wish(Generic[_T]):
    """Something to be done for an exercise by a grader."""

    exercise: str
    kind: str
    """A newer wish of the same kind for the same exercise takes the place of the older."""
    do: Callable[[Grader], _T]
    urgent: bool = False
    """Somebody waits for it now."""
    made: float = field(default_factory=time.monotonic)

    def replaces(self, other: Wish[_T]) -> bool:
        """Whether `other` is no longer wanted."""
        return (self.exercise, self.kind) == (other.exercise, other.kind)


@dataclass
class _Running(Generic[_T]):
    wish: Wish[_T]
    lane: Lane
    future: Future[_T]
    since: float
    unwanted: float | None = None
    """Since when."""


class Tasks(Generic[_T]):
    """Wishes, those that wait and those that are being fulfilled on `lanes`.

    `tell` is called from another thread whenever one may be done.
    """

    def __init__(self, lanes: Lanes, tell: Callable[[], None]) -> None:
        self._lanes = lanes
        self._tell = tell
        self._waiting: list[Wish[_T]] = []
        self._running: list[_Running[_T]] = []

    def want(self, wish: Wish[_T]) -> None:
        """Do this: next if it is urgent, else after all that waits."""
        self._waiting = [other for other in self._waiting if not wish.replaces(other)]
        self._waiting.insert(0 if wish.urgent else len(self._waiting), wish)
        for running in self._running:
            if wish.replaces(running.wish) and running.unwanted is None:
                running.unwanted = time.monotonic()

    def go_on(self) -> Iterator[tuple[Wish[_T], _T]]:
        """Begin what can be begun; yield what was done since, with what came of it.

        Raises what a task raised, WorkerFailed and ReferenceFailed among it.
        """
        for running in [running for running in self._running if running.future.done()]:
            self._running.remove(running)
            self._lanes.back(running.lane)
            if running.unwanted is None:
                yield running.wish, running.future.result()
        now = time.monotonic()
        for running in list(self._running):
            if running.unwanted is not None and now - running.unwanted >= _GRACE:
                self._end(running)
        while self._may_begin(now) and (lane := self._lanes.free() or self._made_free(now)):
            wish = self._waiting.pop(0)
            future = lane.begin(wish.do)
            self._running.append(_Running(wish, lane, future, time.monotonic()))
            future.add_done_callback(lambda _: self._tell())

    def again(self) -> None:
        """Begin anew what is being done: the process was stopped, and time went on."""
        for running in list(self._running):
            self._end(running)
            self._later(running)

    def ages(self, kind: str) -> dict[str, float]:
        """The exercises of the wishes of this kind that are not fulfilled: for how many seconds
        each has been worked on."""
        now = time.monotonic()
        begun = {
            running.wish.exercise: now - running.since
            for running in self._running
            if running.wish.kind == kind and running.unwanted is None
        }
        waiting = {wish.exercise: 0.0 for wish in self._waiting if wish.kind == kind}
        return waiting | begun

    @property
    def busy(self) -> bool:
        """Whether anything is being done or waits."""
        return bool(self._waiting or self._running)

    def _may_begin(self, now: float) -> bool:
        """Whether something waits; what is not urgent leaves the machine to what is."""
        if not self._waiting or self._waiting[0].urgent:
            return bool(self._waiting)
        return not any(r.wish.urgent and now - r.since < _GRACE for r in self._running)

    def _made_free(self, now: float) -> Lane | None:
        """A lane taken from what has held it up, if somebody waits for the next task."""
        wish = self._waiting[0]
        held = [
            running
            for running in self._running
            if now - running.since >= _HELD_UP and wish.made > running.since
        ]
        if not held or not wish.urgent:
            return None
        running = min(held, key=lambda running: running.since)
        self._end(running)
        self._later(running)
        return self._lanes.free()

    def _end(self, running: _Running[_T]) -> None:
        self._running.remove(running)
        self._lanes.end(running.lane)

    def _later(self, running: _Running[_T]) -> None:
        wish = running.wish
        if running.unwanted is None:
            self._waiting.append(Wish(wish.exercise, wish.kind, wish.do))
