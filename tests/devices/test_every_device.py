"""Every exercise on every device: `cpu:1`, a context that any machine has, stands for a GPU where
there is none, and exercises the same code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader.authoring import survey
from grader.course.loading import Course, Entry, load
from grader.devices.choice import choose
from grader.grading import Grader
from grader.sandbox import Isolation, Limits
from grader.worker.pool import Pool

COURSE = load(Path(__file__).parents[2] / "solutions")

SEED = 7

WITHOUT_CONTEXT = {
    "initialization": "it initialises a net that is given to it, and passes no array on",
    "learning_rate": "its stubs take and answer Python's numbers",
    "sgd": "it changes arrays in place, and answers nothing",
    "training_loop": "it answers Python's numbers, and changes the net in place",
    "xavier": "it fills an array in place, and an array stays where it is",
}
"""Exercises in which no answer could be on the wrong context, and why."""

HARD_CODED = """
import mxnet as _mx


def _on_the_cpu(value):
    if isinstance(value, _mx.nd.NDArray):
        return value.as_in_context(_mx.cpu())
    if isinstance(value, (list, tuple)):
        return type(value)(map(_on_the_cpu, value))
    return value


def _hard_coded(stub):
    if isinstance(stub, type):
        call = stub.__call__
        stub.__call__ = lambda self, *given: _on_the_cpu(call(self, *given))
        return stub

    def moved(*given, **named):
        answer = stub(*given, **named)
        if hasattr(answer, "__next__"):
            return map(_on_the_cpu, answer)
        if isinstance(answer, _mx.gluon.Block):
            forward = answer.forward
            answer.forward = lambda *inputs: _on_the_cpu(forward(*inputs))
        return _on_the_cpu(answer)

    return moved


for _name in {stubs}:
    globals()[_name] = _hard_coded(globals()[_name])
"""
"""Put behind a reference, it brings every answer to `mx.cpu()`, as work does in which that context
is written down."""


@pytest.fixture(scope="module", params=["cpu:1", "gpu"])
def device(request: pytest.FixtureRequest) -> str:
    """One beside `cpu`, on which tests/test_course.py does the same."""
    return request.param


@pytest.fixture(scope="module")
def lessened(device: str) -> Course:
    """The course; for `cpu:1` with every ninth mistake of an exercise that is not about contexts:
    all of them, a second time, would take as long as tests/test_course.py does."""
    if device == "gpu":
        return COURSE
    return replace(COURSE, entries=tuple(map(_lessened, COURSE.entries)))


def _lessened(entry: Entry) -> Entry:
    if entry.id == "devices":
        return entry
    made = replace(entry)
    vars(made)["mistakes"] = entry.mistakes[::9]  # as if it had been read so
    return made


@pytest.fixture(scope="module")
def grader(device: str, lessened: Course, pool: Pool, isolation: Isolation) -> Iterator[Grader]:
    """A GPU is skipped only with the reason why MXNet cannot use it.  With another seed than in
    tests/test_course.py, too: what is caught must not depend on it.
    """
    if device != "gpu":
        yield Grader(lessened, pool, seed=SEED, devices=[device])
        return
    choice, walls = choose([device], isolation)
    if choice.lacking:
        pytest.skip(f"no check runs on a GPU here: {choice.lacking[device]}")
    with Pool(walls, Limits(), 1) as own:
        if reason := choice.tried(own).lacking.get(device):
            pytest.skip(f"no check runs on a GPU here: {reason}")
        yield Grader(lessened, own, seed=SEED, devices=[device])


@pytest.fixture(params=[entry.id for entry in COURSE.entries])
def entry(request: pytest.FixtureRequest, lessened: Course) -> Entry:
    return lessened.entry(request.param)


def test_the_reference_is_done(grader: Grader, entry: Entry) -> None:
    """Full marks on the device, by the allowance that was measured there."""
    result = survey.reference(grader, entry)
    assert [(c.name, c.message) for c in result.checks if c.status != "passed"] == []


def test_mistakes_lose_points(grader: Grader, entry: Entry) -> None:
    """The mistakes about contexts among them."""
    assert [one.mistake.name for one in survey.mistakes(grader, entry).caught if not one.lost] == []


def test_a_hard_coded_context_is_caught(grader: Grader, entry: Entry) -> None:
    """By a check that runs on the device itself; where no answer has a context, as listed above,
    nothing is lost."""
    text = entry.reference + HARD_CODED.format(stubs=entry.exercise.stubs)
    result = survey.grade_text(grader, entry, text)
    said = [check.message for check in result.checks if check.status != "passed"]
    if entry.id in WITHOUT_CONTEXT:
        assert said == []
    else:
        assert [message for message in said if "cpu(0)" in message]


def test_no_probe_pins_memory_for_a_second_gpu() -> None:
    """The sandbox shows one: `cpu_pinned(1)` would be refused there, and end the grading."""
    pins = re.compile(r"cpu_pinned\([1-9]|\[\"cpu_pinned\"\]")
    assert [entry.id for entry in COURSE.entries if pins.search(entry.checks)] == []
