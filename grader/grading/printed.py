"""What a submission printed, as far as its report keeps it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from grader.language import _
from grader.report.record import CheckResult

_ESCAPED = 6
"""Bytes that JSON takes for one character at most, such as `\\u0000`."""


def bounded(checks: Sequence[CheckResult], most: int) -> list[CheckResult]:
    """The same results; what their checks printed takes up at most `most` bytes of a JSON report.

    Of what does not fit a sixth of the room is kept, in characters: that fits, whatever they are,
    and leaves some for the checks that follow.
    """
    kept = []
    for check in checks:
        size, output = _size(check.output), check.output
        if size > most:
            said = _("[cut: the checks of this exercise printed too much]")
            output = check.output[: most // _ESCAPED]
            size, output = _size(output), f"{output}\n{said}"
        most -= size
        kept.append(replace(check, output=output))
    return kept


def _size(text: str) -> int:
    return len(msgspec.json.encode(text)) - len('""')
