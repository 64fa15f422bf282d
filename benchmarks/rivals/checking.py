"""The checks, as every other grader runs them: the same probes, answers and allowances.

This runs in the environments of other graders, where of this project only what needs NumPy, MXNet
and msgspec can be imported.  What the references answer comes from a file: nobody computes it
again, here as little as in a class of this grader.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec

from benchmarks.rivals.kit import VARIABLE, Kit
from grader.course import Exercise
from grader.judge.answers import plain
from grader.judge.compare import equal, structure
from grader.worker import one_context, values
from grader.worker.case import Case


def check(exercise: str, name: str, solution: Mapping[str, Any]) -> None:
    """Run one check on what a submission defines.

    Raises AssertionError with the verdict's sentence, and whatever the submission raises.
    """
    asked = kit()[exercise].asked[name]
    registered = _exercise(exercise).named(name)
    module = SimpleNamespace(**solution)
    case = Case(exercise, asked.take, lambda: module, draws=registered.judge is not None)
    with one_context.insisted_on(asked.take.device):
        value = values.encode(registered.probe(module, case))
    if registered.judge:
        message = structure(asked.expected.answer, value).message
        message = message or registered.judge(plain(value)) or ""
    else:
        message = equal(asked.expected, value).message
    assert not message, message


@lru_cache(maxsize=1)
def kit() -> Kit:
    """What is asked, read once."""
    return msgspec.msgpack.decode(Path(os.environ[VARIABLE]).read_bytes(), type=Kit)


@lru_cache
def _exercise(name: str) -> Exercise:
    # As the worker does it; its module also needs IPython, which not every environment has.
    defined: dict[str, Any] = {}
    exec(compile(kit()[name].checks, "checks.py", "exec"), defined)  # noqa: S102  (the course's own)
    exercise = defined["exercise"]
    assert isinstance(exercise, Exercise)
    return exercise
