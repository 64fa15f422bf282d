"""Comma-separated values as RFC 4180 has them: CR LF ends a line, a quote is doubled."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from grader.classroom.export.text import harmless
from grader.report import words


def encoded(rows: Iterable[Iterable[str | float | None]]) -> Iterator[bytes]:
    """Yield each row as a line in UTF-8.

    Text cannot be taken for a formula, a number has as many decimals as it needs, and None is an
    empty cell.
    """
    for row in rows:
        line = io.StringIO(newline="")
        csv.writer(line, dialect="excel").writerow([_cell(value) for value in row])
        yield line.getvalue().encode()


def _cell(value: str | float | None) -> str:
    if value is None:
        return ""
    return harmless(value) if isinstance(value, str) else words.number(value, 6)
