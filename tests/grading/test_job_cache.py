"""What references answered before, and who waits for whom."""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from grader.grading import JobCache, job_cache
from grader.judge.value import Number
from grader.worker.client import JobResult
from grader.worker.conversation import End, TakeResult
from grader.worker.protocol import Answer, Job, Loaded, Take

TAKE = Take("probe0", 7)
JOB = Job("any", "reference.py", "", "", [TAKE])
ANSWERED = JobResult(
    Loaded(), End.ANSWERED, "", "", [TakeResult(TAKE, End.ANSWERED, Answer(0, Number("int", 1)))]
)
OPEN = threading.Event()
"""Of a pool that nobody closes."""
LATE = JobResult(Loaded(), End.ANSWERED, "", "", [TakeResult(TAKE, End.TIMED_OUT)])


def test_what_was_answered_is_not_run_again(tmp_path: Path):
    assert JobCache(tmp_path).answer(JOB, lambda: ANSWERED, OPEN) == ANSWERED
    assert JobCache(tmp_path).find(JOB) == ANSWERED
    assert JobCache(tmp_path).answer(JOB, lambda: pytest.fail("it was run again"), OPEN) == ANSWERED


def test_what_did_not_end_well_is_run_again(tmp_path: Path):
    cache = JobCache(tmp_path)
    assert cache.answer(JOB, lambda: LATE, OPEN) == LATE
    assert cache.find(JOB) is None
    assert cache.answer(JOB, lambda: ANSWERED, OPEN) == ANSWERED


def test_many_that_ask_at_once_run_it_once(tmp_path: Path):
    """Each with a cache of its own, as the stations of a class have."""
    everybody = threading.Barrier(4)
    runs = []

    def run() -> JobResult:
        runs.append(threading.get_ident())
        return ANSWERED

    def ask(_: int) -> JobResult:
        everybody.wait(10)
        return JobCache(tmp_path).answer(JOB, run, OPEN)

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ask, range(4))) == [ANSWERED] * 4
    assert len(runs) == 1
    assert [path.name for path in tmp_path.rglob("*.lock")] == []


def test_who_never_answers_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A grader that was suspended keeps its lock; here the patience ends early."""
    monkeypatch.setattr(job_cache, "_PATIENCE", 0.2)
    with JobCache(tmp_path)._alone(JOB, OPEN):
        assert JobCache(tmp_path).answer(JOB, lambda: ANSWERED, OPEN) == ANSWERED
    assert JobCache(tmp_path).find(JOB) == ANSWERED


def test_a_pool_that_is_closed_waits_for_nobody(tmp_path: Path):
    """Ctrl-C ends a grader at once, also beside one that was suspended."""
    closing = threading.Event()
    threading.Timer(0.1, closing.set).start()
    began = time.monotonic()
    with JobCache(tmp_path)._alone(JOB, OPEN):
        JobCache(tmp_path).answer(JOB, lambda: ANSWERED, closing)
    assert time.monotonic() - began < job_cache._PATIENCE / 2


def test_what_was_kept_long_ago_goes(tmp_path: Path):
    """A class's answers, whose seed nobody needs any more, and those of older editions."""
    other = JobCache(tmp_path / "cache")
    other.answer(replace(JOB, exercise="other"), lambda: ANSWERED, OPEN)
    other.answer(replace(JOB, exercise="new"), lambda: ANSWERED, OPEN)
    [edition] = (tmp_path / "cache").iterdir()
    older = edition.with_name("older")
    older.mkdir()
    (older / "any").touch()
    old = [next(edition.glob("other-*")), older / "any"]
    for path in old:
        os.utime(path, (0, time.time() - 31 * 24 * 3600))
    JobCache(tmp_path / "cache").answer(JOB, lambda: ANSWERED, OPEN)
    left = sorted(path.name.partition("-")[0] for path in (tmp_path / "cache").glob("*/*"))
    assert (left, older.exists()) == (["any", "new"], False)


def test_where_nothing_can_be_kept_it_is_run(tmp_path: Path):
    (tmp_path / "file").touch()
    assert JobCache(tmp_path / "file").answer(JOB, lambda: ANSWERED, OPEN) == ANSWERED


def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch):
    """A container may have a user whom no /etc/passwd names."""
    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 2**30)
    assert JobCache().answer(JOB, lambda: ANSWERED, OPEN) == ANSWERED
    assert JobCache().find(JOB) is None


def test_a_run_that_raises_keeps_nobody_waiting(tmp_path: Path):
    def fails() -> JobResult:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        JobCache(tmp_path).answer(JOB, fails, OPEN)
    assert JobCache(tmp_path).answer(JOB, lambda: ANSWERED, OPEN) == ANSWERED
