"""The words and short numbers in which a report speaks."""

from __future__ import annotations

import math
import os.path
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from grader.language import _, joined, later, ngettext
from grader.report.record import CheckResult, CheckStatus, ExerciseStatus, Report, SourceLine

EXERCISE: dict[ExerciseStatus, tuple[str, str]] = {
    "done": (later("done"), "green"),
    "partly": (later("partly"), "yellow"),
    "failed": (later("failed"), "red"),
    "not_started": (later("not started"), "dim"),
    "borrowed": (later("borrowed"), "magenta"),
    "error": (later("error"), "red"),
    "missing": (later("missing"), "red"),
}
"""The word and the colour of each state of an exercise."""

CHECK: dict[CheckStatus, tuple[str, str]] = {
    "passed": (later("passed"), "green"),
    "failed": (later("failed"), "red"),
    "error": (later("error"), "red"),
    "timeout": (later("timed out"), "red"),
    "not_run": (later("not run"), "dim"),
    "skipped": (later("skipped"), "dim"),
}
"""The word and the colour of each state of a check."""

FAILING: frozenset[CheckStatus] = frozenset({"failed", "error", "timeout"})

WITHHELD = later("This check is hidden: neither its input nor the expected value is shown.")
"""The message of a lost hidden check in its student's report."""


def of_exercise(status: ExerciseStatus) -> str:
    """Return the word for an exercise's state."""
    return _(EXERCISE[status][0])


def of_check(status: CheckStatus) -> str:
    """Return the word for a check's state."""
    return _(CHECK[status][0])


def tally(numbers: Mapping[ExerciseStatus, int]) -> str:
    """Return how many exercises are in which state: `12 done, 3 not started`."""
    parts = []
    for status in EXERCISE:
        number = numbers.get(status, 0)
        if number and status == "error":
            parts.append(counted("{number} error", "{number} errors", number))
        elif number:
            said = _("{number} {state}")
            parts.append(said.format(number=f"{number:,}", state=of_exercise(status)))
    return joined(parts)


def score(value: float, maximum: float) -> str:
    """Return `6 of 12 points`."""
    got, full = points(value, maximum)
    return _("{got} of {full} points").format(got=got, full=full)


def points(value: float, maximum: float) -> tuple[str, str]:
    """Return two numbers of points, as short as possible; full marks only where they are full."""
    for digits in (2, 3, 4, 6):
        texts = number(value, digits), number(maximum, digits)
        # Sums of thirds miss a whole number by rounding; that is no lost point.
        if texts[0] != texts[1] or abs(value - maximum) < 1e-6:
            break
    return texts


def number(value: float, digits: int = 2) -> str:
    """Return a number of points: so many decimals at most, and none to spare."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def share(value: float, full: float) -> float:
    """Return which part of the points that is, from 0 to 1; 0 where nothing can be had."""
    part = value / full if full else 0.0
    return min(max(part, 0.0), 1.0) if math.isfinite(part) else 0.0


def counted(one: str, many: str, number: int) -> str:
    """Return `1 check`, `2 checks`, for a message that `ngettext` knows, with a field `number`."""
    return ngettext(one, many, number).format(number=f"{number:,}")


def place(frame: SourceLine) -> str:
    """Return where a line of a traceback is: `softmax.py, line 14, in softmax`."""
    said = _("{file}, line {line}")
    if frame.function:
        said = _("{file}, line {line}, in {function}")
    return said.format(file=frame.file, line=frame.line, function=frame.function)


def lines_left_out(number: int) -> str:
    """Return what stands in the middle of a long traceback."""
    return counted("({number} line left out)", "({number} lines left out)", number)


def of_input(number: int, of: int) -> str:
    """Return the head of one of an example's inputs."""
    return _("input {number}").format(number=number) if of > 1 else _("input")


def chance(rate: float) -> str:
    """Return how seldom a check of random draws turns down right work."""
    bound = f"{rate:g}".replace("e-0", "e-")
    said = _("A correct solution fails this check with probability {bound} at most.")
    return said.format(bound=bound)


def circumstances(report: Report) -> list[str]:
    """Return where a report's checks ran, and behind which walls."""
    devices = ", ".join(report.devices) or _("none")
    return [_("devices {devices}").format(devices=devices), walls(report.isolation)]


def walls(isolation: str) -> str:
    """Return behind which walls work was graded: `isolation bubblewrap, seccomp, rlimits`."""
    return _("isolation {isolation}").format(isolation=isolation or _("none"))


def took(seconds: float) -> str:
    """Return `4.2 seconds`."""
    short = f"{seconds:.1f}"
    said = ngettext("{seconds} second", "{seconds} seconds", 1 if short == "1.0" else 2)
    return said.format(seconds=short)


def without_stop(sentence: str) -> str:
    """Return a sentence as a heading, or as the beginning of a longer one."""
    return sentence.rstrip(".\u3002")


def from_here(path: str) -> str:
    """Return the path as short as it can be told."""
    return min(os.path.relpath(path), str(Path(path).absolute()), key=len)


def family(device: str) -> str:
    """Return `cpu` for `cpu`, `cpu:1` and `cpu(0)`."""
    found = re.match(r"[a-z]+", device.lower())
    return found.group() if found else device


def shape(sizes: Iterable[int]) -> str:
    """Return a shape as Python writes it."""
    return str(tuple(sizes))


def passed_of(checks: Iterable[CheckResult]) -> tuple[int, int, int]:
    """Return how many checks passed, how many counted, and how many were skipped."""
    states = [check.status for check in checks]
    skipped = states.count("skipped")
    return states.count("passed"), len(states) - skipped, skipped
