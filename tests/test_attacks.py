"""Hostile submissions get their declared verdicts and leave nothing; honest ones never notice.

All of them go through one warm worker, one after the other, honest work between them.  After each,
`attacks/census.py` looks round from inside, as the next submission could, and must see what it
sees in a fresh worker.
"""

from __future__ import annotations

import ast
import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pytest

from grader.course.loading import load
from grader.grading import Grader, JobCache
from grader.report.record import ExerciseResult, Report
from grader.sandbox import Limits, Unavailable, find_isolation
from grader.submission import read
from grader.worker.pool import Pool
from tests.attacks.generated import GENERATED
from tests.conftest import job
from tests.hurrying import Hurried

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ATTACKS = HERE / "attacks"
EXAMPLES = ROOT / "examples" / "submissions"
COURSE = load(ROOT / "solutions")
HONEST = ("finished", "half-finished")
"""Folders of `examples/`: right work, and work that is right in parts."""
EXERCISES = ("softmax", "dropout")
"""Of the honest submissions: values, and random draws."""
EVERY = 4
"""Attacks after which honest work is graded; the census, which sees more, is taken after each."""
CENSUS = job((ATTACKS / "census.py").read_text(encoding="utf-8"), "return 1")


class Declared(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table of `attacks.toml`; the head of that file says what each entry means."""

    status: str | list[str]
    points: int | tuple[int, int]
    says: str = ""
    seconds: float = 5.0

    def allows(self, result: ExerciseResult) -> bool:
        """Whether this is the verdict."""
        statuses = [self.status] if isinstance(self.status, str) else self.status
        low, high = (self.points, self.points) if isinstance(self.points, int) else self.points
        return result.status in statuses and low <= result.points <= high


DECLARED = msgspec.convert(
    tomllib.loads((ATTACKS / "attacks.toml").read_text(encoding="utf-8")), dict[str, Declared]
)
FILES = [name for name in DECLARED if name.endswith(".py")]
PAIRS = sorted(path.name for path in (ATTACKS / "pairs").iterdir())


@dataclass
class Lane:
    """One warm worker, the graders that use it with each limit, and what to compare with."""

    pool: Pool
    cache: JobCache
    folder: Path
    alone: dict[str, Any]
    fresh: dict[str, Any]
    graders: dict[float, Grader] = field(default_factory=dict)
    served: int = 0

    def grade(self, path: Path, seconds: float = 10.0) -> Report:
        """The report on the file or folder."""
        if seconds not in self.graders:
            hurried: Any = Hurried(self.pool, Limits(seconds=seconds))
            self.graders[seconds] = Grader(COURSE, hurried, cache=self.cache)
        wanted = EXERCISES if path.is_dir() else ("softmax",)
        return self.graders[seconds].grade(read(path, wanted))

    def hand_in(self, text: str, seconds: float = 5.0) -> ExerciseResult:
        """The result of this text as `softmax.py`."""
        path = self.folder / "softmax.py"
        path.write_text(text, encoding="utf-8")
        return self.grade(path, seconds).exercises[0]

    def notices_nothing(self) -> None:
        """The next honest submission gets the very report that it gets alone."""
        self.served += 1
        name = HONEST[self.served % len(HONEST)]
        assert timeless(self.grade(EXAMPLES / name)) == self.alone[name]

    def is_clean(self) -> None:
        """The worker is to the next submission as a fresh one."""
        assert census(self.pool) == self.fresh


@pytest.fixture(scope="module")
def lane(cache: JobCache, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lane]:
    isolation = find_isolation()
    for part in (isolation.bubblewrap, isolation.seccomp):
        if isinstance(part, Unavailable):
            (pytest.fail if os.environ.get("CI") else pytest.skip)(part.reason)
    with Pool(isolation, Limits(), 1) as pool:
        fresh, grader = census(pool), Grader(COURSE, pool, cache=cache)
        alone = {name: timeless(grader.grade(read(EXAMPLES / name, EXERCISES))) for name in HONEST}
    with Pool(isolation, Limits(), 1) as pool:
        yield Lane(pool, cache, tmp_path_factory.mktemp("attacks"), alone, fresh)


def census(pool: Pool) -> dict[str, Any]:
    """What a child of the pool's worker sees."""
    run = pool.submit(CENSUS).result()
    assert run.loaded, run.detail
    assert not run.loaded.notes, run.loaded.notes
    facts = json.loads(run.output)
    assert isinstance(facts, dict)
    return facts


def timeless(report: Report) -> Any:
    """The report without what a clock measured."""

    def strip(thing: Any) -> Any:
        if isinstance(thing, dict):
            return {key: strip(value) for key, value in thing.items() if key != "seconds"}
        return [strip(item) for item in thing] if isinstance(thing, list) else thing

    return strip(msgspec.to_builtins(report))


def told(result: ExerciseResult) -> str:
    """All that the report says about an exercise, line by line."""
    checks = [f"{c.name} {c.status} {c.points:g}: {c.message[:300]}" for c in result.checks]
    return "\n".join([f"{result.status} {result.points:g}: {result.message}", *checks])


def source(name: str) -> str:
    return (ATTACKS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_attack(name: str, lane: Lane) -> None:
    """It gets its verdict, soon, and nothing of it is left for the next submission."""
    declared, began = DECLARED[name], time.monotonic()
    result = lane.hand_in(source(name), declared.seconds)
    assert declared.allows(result), told(result)
    assert declared.says in told(result), told(result)
    assert time.monotonic() - began < 30, "the judge was kept busy, or the worker's cleaning was"
    lane.is_clean()
    if FILES.index(name) % EVERY == 0:
        lane.notices_nothing()


@pytest.mark.parametrize("name", GENERATED)
def test_generated_attack(name: str, lane: Lane, tmp_path: Path) -> None:
    """An archive or a notebook gets its verdict, soon, and the judge goes on."""
    declared, path = DECLARED[f"generated/{name}"], GENERATED[name](tmp_path)
    began = time.monotonic()
    result = lane.grade(path).exercises[0]
    path.unlink()
    assert declared.allows(result), told(result)
    assert declared.says in told(result), told(result)
    assert time.monotonic() - began < 30
    lane.notices_nothing()


@pytest.mark.parametrize("name", PAIRS)
def test_one_submission_sees_nothing_of_another(name: str, lane: Lane) -> None:
    """What one leaves the next does not find, though it would find it within one submission."""
    leaves, looks = source(f"pairs/{name}/leaves.py"), source(f"pairs/{name}/looks.py")
    assert "it is there" in told(lane.hand_in(f"{leaves}\n\n{looks}"))
    lane.hand_in(leaves)
    result = lane.hand_in(looks)
    assert "nothing was found" in told(result), told(result)
    assert result.points == 0


def test_a_damaged_worker_is_thrown_away(lane: Lane) -> None:
    """The submission in which it happens gets its verdict from a fresh one, as does the next."""
    worker = lane.pool._workers[0]
    lane.is_clean()
    damaged = worker._process
    assert damaged
    blow = threading.Timer(0.5, damaged.kill)  # as a hole in the kernel might let one do
    blow.start()
    result = lane.hand_in(source("exhaustion/deadlocks.py"), 2.0)
    blow.join()
    assert (result.status, result.points) == ("partly", 8), told(result)
    assert "no answer within 2 s" in told(result)
    assert worker._process is not damaged
    assert damaged.poll() is not None
    lane.is_clean()
    lane.notices_nothing()


def test_every_file_is_declared_and_says_what_it_tries() -> None:
    """At least sixty in seven families, and those that are made; each with a verdict."""
    paths = [path for path in sorted(ATTACKS.glob("*/*.py")) if path.parent.name != "pairs"]
    names = [str(path.relative_to(ATTACKS)) for path in paths]
    assert sorted([*names, *(f"generated/{name}" for name in GENERATED)]) == sorted(DECLARED)
    assert len({path.parent.name for path in paths}) == 7
    assert len(paths) >= 60
    assert all(make.__doc__ for make in GENERATED.values())
    for path in (*paths, *ATTACKS.glob("pairs/*/*.py")):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path
