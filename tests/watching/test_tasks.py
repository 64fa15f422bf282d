"""Whose verdict counts, and who has to wait."""

from __future__ import annotations

import time
from collections.abc import Iterator
from threading import Event

import pytest

from grader.course.loading import Course
from grader.sandbox import Isolation, Limits
from grader.watching.lanes import Lanes
from grader.watching.tasks import Tasks, Wish


@pytest.fixture
def tasks(course: Course, isolation: Isolation) -> Iterator[Tasks[str]]:
    """Two lanes; what is wished for here needs no grader."""
    with Lanes(course, isolation, Limits()) as lanes:
        yield Tasks(lanes, lambda: None)


def wish(
    exercise: str, answer: str, until: Event | None = None, *, urgent: bool = False
) -> Wish[str]:
    """Something that is done once `until` is set."""
    return Wish(exercise, "grade", lambda _: answer if not until or until.wait(30) else "", urgent)


def done(tasks: Tasks[str], number: int, seconds: float = 20) -> list[str]:
    """The next answers, as they come."""
    found: list[str] = []
    ends = time.monotonic() + seconds
    while len(found) < number and time.monotonic() < ends:
        found += [answer for _, answer in tasks.go_on()]
        time.sleep(0.01)
    return found


def test_the_newer_version_counts(tasks: Tasks[str]) -> None:
    """Whether the older one waits, is being graded or just was: its verdict is never given."""
    release = Event()
    tasks.want(wish("a", "old", release))
    tasks.want(wish("b", "other", release))
    assert done(tasks, 1, 0.1) == []
    tasks.want(wish("c", "older, waiting"))
    tasks.want(wish("c", "newer"))
    tasks.want(wish("a", "new"))
    assert set(tasks.ages("grade")) == {"a", "b", "c"}
    release.set()
    assert sorted(done(tasks, 4, 0.8)) == ["new", "newer", "other"]
    assert not tasks.busy


def test_what_does_not_end_gives_way(tasks: Tasks[str]) -> None:
    """To what somebody waits for, and is begun anew afterwards."""
    release = Event()
    tasks.want(wish("a", "a", release))
    tasks.want(wish("b", "b", release))
    tasks.want(wish("later", "later"))
    assert done(tasks, 1, 0.1) == []
    tasks.want(wish("now", "now", urgent=True))
    assert done(tasks, 1) == ["now"]
    assert done(tasks, 1) == ["later"]
    release.set()
    assert sorted(done(tasks, 2)) == ["a", "b"]


def test_what_nobody_waits_for_is_ended(tasks: Tasks[str]) -> None:
    """And its lane is there for others."""
    never = Event()
    for answer in ("first", "second"):
        tasks.want(wish("a", answer, never))
        assert done(tasks, 1, 0.1) == []
    tasks.want(wish("a", "third"))
    assert done(tasks, 1) == ["third"]
    never.set()
    assert done(tasks, 1, 0.8) == []
    assert not tasks.busy


def test_after_a_stop_what_was_begun_is_begun_anew(tasks: Tasks[str]) -> None:
    """Its time went on meanwhile."""
    release = Event()
    tasks.want(wish("a", "a", release))
    assert done(tasks, 1, 0.1) == []
    tasks.again()
    release.set()
    assert done(tasks, 2, 1) == ["a"]
