"""The words and short numbers in which a report speaks."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from grader.report.record import CheckResult, CheckStatus, ExerciseStatus

EXERCISE: dict[ExerciseStatus, tuple[str, str]] = {
    "done": ("done", "green"),
    "partly": ("partly", "yellow"),
    "failed": ("failed", "red"),
    "not_started": ("not started", "dim"),
    "borrowed": ("borrowed", "magenta"),
    "error": ("error", "red"),
    "missing": ("missing", "red"),
}
"""The word and the colour of each state of an exercise."""

CHECK: dict[CheckStatus, tuple[str, str]] = {
    "passed": ("passed", "green"),
    "failed": ("failed", "red"),
    "error": ("error", "red"),
    "timeout": ("timed out", "red"),
    "not_run": ("not run", "dim"),
    "skipped": ("skipped", "dim"),
}
"""The word and the colour of each state of a check."""

FAILING: frozenset[CheckStatus] = frozenset({"failed", "error", "timeout"})

WITHHELD = "This check is hidden: neither its input nor the expected value is shown."
"""The message of a lost hidden check in its student's report."""


def points(value: float, maximum: float) -> tuple[str, str]:
    """Return two numbers of points, as short as possible; full marks only where they are full."""
    for digits in (2, 3, 4, 6):
        texts = _short(value, digits), _short(maximum, digits)
        # Sums of thirds miss a whole number by rounding; that is no lost point.
        if texts[0] != texts[1] or abs(value - maximum) < 1e-6:
            break
    return texts


def _short(value: float, digits: int) -> str:
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def times(ratio: float) -> str:
    """Return an error in units of the allowance, as words."""
    if not math.isfinite(ratio):
        return "without measure beyond the allowance"
    if 1 < ratio < 1.005:
        return "just over the allowance"
    if ratio < 1000:
        return f"{float(f'{ratio:.3g}'):g} times the allowance"
    return (
        f"{float(f'{ratio:.3g}'):,.0f} times the allowance"
        if ratio < 1e7
        else (f"{ratio:.1e} times the allowance")
    )


def count(number: int, noun: str) -> str:
    """Return `1 check`, `2 checks`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(items: Iterable[str]) -> str:
    """Return the items as one phrase: `a`, `a and b`, `a, b and c`."""
    words = list(items)
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def family(device: str) -> str:
    """Return `cpu` for `cpu`, `cpu:1` and `cpu(0)`."""
    found = re.match(r"[a-z]+", device.lower())
    return found.group() if found else device


def shape(sizes: Iterable[int]) -> str:
    """Return a shape as Python writes it."""
    return str(tuple(sizes))


def index(position: Iterable[int]) -> str:
    """Return an index as it is written behind an array's name."""
    return "[" + ", ".join(map(str, position)) + "]"


def passed_of(checks: Iterable[CheckResult]) -> tuple[int, int, int]:
    """Return how many checks passed, how many counted, and how many were skipped."""
    states = [check.status for check in checks]
    skipped = states.count("skipped")
    return states.count("passed"), len(states) - skipped, skipped
