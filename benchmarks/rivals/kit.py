"""What every other grader is given: the checks' texts, and what the references answer to them."""

from __future__ import annotations

import msgspec

from grader.judge.compare import Expected
from grader.worker.protocol import Take

VARIABLE = "BENCHMARK_KIT"
"""The environment's variable with the path of the file that holds the kit."""


class Asked(msgspec.Struct, frozen=True):
    """One check of one exercise."""

    take: Take
    points: float
    expected: Expected


class Part(msgspec.Struct, frozen=True):
    """One exercise: the text of its checks.py, and what is asked."""

    checks: str
    asked: dict[str, Asked]


Kit = dict[str, Part]
"""By the exercises' ids."""
