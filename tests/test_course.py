"""The real course, exercise by exercise: what must pass passes, and what must not does not.

What these tests count is printed as a table when they have run.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from msgspec.structs import replace

from grader.authoring import survey
from grader.course.loading import Course, Entry, load
from grader.grading import Grader, jobs
from grader.grading.job_cache import JobCache
from grader.judge import answers
from grader.submission import read
from grader.worker.client import JobResult
from grader.worker.pool import Pool
from grader.worker.protocol import Take
from tests import tally

ROOT = Path(__file__).parents[1]
COURSE = load(ROOT / "solutions")
DRAWS = 1000
"""Of an exercise's reference, which its random laws must not reject: each law has its share."""
PART = 200
"""Takes in one job: some dozens of MB."""

by_exercise = pytest.mark.parametrize("entry", COURSE.entries, ids=lambda entry: str(entry.id))


@pytest.fixture(scope="module")
def grader(pool: Pool, cache: JobCache) -> Grader:
    return Grader(COURSE, pool, cache=cache)


@pytest.fixture
def count(request: pytest.FixtureRequest) -> tally.Rows:
    """A row of figures per exercise, for the table at the end."""
    return tally.rows(request.config)


@by_exercise
def test_stub_is_not_started(grader: Grader, entry: Entry) -> None:
    """The stub as it is handed out scores nothing and is no error."""
    result = survey.stub(grader, entry)
    assert (result.status, result.points) == ("not_started", 0)


@by_exercise
def test_reference_is_done(pool: Pool, entry: Entry) -> None:
    """The reference's text earns full marks; `make lint` takes many seeds."""
    result = survey.reference(Grader(COURSE, pool, seed=1), entry)
    assert [check.message for check in result.checks if check.status != "passed"] == []
    assert result.status == "done"


@by_exercise
def test_mistakes_lose_points(grader: Grader, entry: Entry, count: tally.Rows) -> None:
    """Every known mistake loses points, and nearly every one is told its own sentence."""
    found = survey.mistakes(grader, entry)
    total = len(found.caught)
    caught = sum(bool(one.lost) for one in found.caught)
    told = sum(one.diagnosed for one in found.caught)
    lost = sum(len(one.lost) for one in found.caught) / total
    row = count.setdefault(entry.id, {})
    row["checks"] = str(len(entry.exercise.checks))
    row["mistakes caught"] = f"{caught} of {total}"
    row["own sentence"] = f"{told} of {total}"
    row["checks lost"] = f"{lost:.1f}"
    assert [one.mistake.name for one in found.caught if not one.lost] == []
    assert told >= 0.95 * total, [one.mistake.name for one in found.caught if not one.diagnosed]


@by_exercise
def test_alternatives_are_done(
    grader: Grader, entry: Entry, tmp_path: Path, count: tally.Rows
) -> None:
    """Right work in other styles earns full marks."""
    files = sorted((ROOT / "tests" / "alternatives" / entry.id).glob("*.py"))
    rejected = {}
    for file in files:
        copy = tmp_path / entry.filename
        copy.write_bytes(file.read_bytes())
        result = grader.grade(read(copy, [entry.id])).exercises[0]
        if result.status != "done":
            checks = [c for c in result.checks if c.status != "passed"]
            rejected[file.name] = result.message or f"{checks[0].name}: {checks[0].message}"
    row = count.setdefault(entry.id, {})
    row["alternatives accepted"] = f"{len(files) - len(rejected)} of {len(files)}"
    assert len(files) >= 3, (
        f"tests/alternatives/{entry.id}/ has {len(files)} right solutions: write at least 3 that "
        "fill every stub; docs/AUTHORING.md says what they are for"
    )
    assert rejected == {}


def drawn(pool: Pool, entry: Entry, takes: list[Take]) -> Iterator[JobResult]:
    """The reference's runs of the takes in parts, one of which is drawn while another is judged:
    all of them together would fill a small machine's memory."""
    ahead: deque[Future[JobResult]] = deque()
    for i in range(0, len(takes), PART):
        job = replace(jobs.reference_job(entry, takes[i : i + PART]), tells_inputs=False)
        ahead.append(pool.submit(job))
        if len(ahead) > 1:
            yield ahead.popleft().result()
    yield from (run.result() for run in ahead)


@by_exercise
def test_random_laws_accept_the_reference(pool: Pool, entry: Entry, count: tally.Rows) -> None:
    """No random law rejects the reference on any of many seeds; its stated bound is far lower."""
    random = {
        check.name: check
        for check in entry.exercise.checks
        if check.judge and check.judge.false_rejection
    }
    if not random:
        return
    share = DRAWS // len(random)
    takes = [
        Take(check.name, seed, check.device or "cpu", check.dtype)
        for check in random.values()
        for seed in range(share)
    ]
    rejected = []
    for run in drawn(pool, entry, takes):
        for outcome in run.takes:
            law = random[outcome.take.check].judge
            assert outcome.answer is not None
            assert outcome.answer.value is not None, outcome.answer.failure
            assert law is not None
            if message := law(answers.plain(outcome.answer.value)):
                rejected.append((outcome.take.check, outcome.take.seed, message))
    bound = sum(check.judge.false_rejection for check in random.values() if check.judge)
    row = count.setdefault(entry.id, {})
    row["false rejections"] = f"{len(rejected)} of {len(takes)} (bound {share * bound:.0e})"
    assert rejected == []


def test_the_solutions_can_be_handed_in_as_they_lie() -> None:
    """Who wants to see full marks says `make grade SUBMISSION=solutions`."""
    found = read(ROOT / "solutions", jobs.wanted(COURSE))
    counts = {name: source.filename for name, source in found.sources.items()}
    assert counts == {entry.id: f"{entry.id}/reference.py" for entry in COURSE.entries}


def test_every_exercise_of_the_course_is_there() -> None:
    """The course has unique exercises, each with a section of the notes."""
    course: Course = COURSE
    ids = [entry.id for entry in course.entries]
    assert len(ids) == len(set(ids))
    assert all(entry.section for entry in course.entries)
