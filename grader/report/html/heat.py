"""Expected, actual and their difference as squares of colour."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from grader.language import _, joined
from grader.report import words
from grader.report.record import Comparison, HeatMaps, folded

STEPS = 5
"""Shades on either side of 0."""
MINUS = "\u2212"
"""The sign, which is as wide as a plus; a hyphen is not."""
_WIDTH = 224
"""Of one map, in pixels: three stand side by side on a page of 64rem, one on a telephone."""
_LARGEST_CELL = 30

Rows = Sequence[Sequence[float | None]]


@dataclass(frozen=True)
class Shade:
    """All cells of one colour: its class, and their squares as the data of one SVG path."""

    name: str
    path: str


@dataclass(frozen=True)
class HeatMap:
    """One map, to be drawn in units of its cells."""

    title: str
    rows: int
    columns: int
    cell: int
    """Pixels."""
    shades: list[Shade]
    limit: str
    """The number that the last shade stands for; with a minus, that of the first."""
    description: str
    worst: tuple[int, int] | None
    """Column and row of the element that is furthest off."""
    broken: bool
    """Whether any element is nan or infinite."""


def maps(found: HeatMaps, comparison: Comparison | None) -> list[HeatMap]:
    """Return expected and actual in the same colours, and the difference in colours of its own."""
    limit = _largest(found.expected) or _largest(found.actual) or 1.0
    off = _largest(found.difference) or 1.0
    worst = _worst(found, comparison)
    expected, actual = _("expected"), _("actual")
    return [
        _map(expected, found.expected, limit, worst),
        _map(actual, found.actual, limit, worst),
        _map(f"{actual} {MINUS} {expected}", found.difference, off, worst),
    ]


def excerpt(found: HeatMaps) -> str:
    """Say what of the array is shown where that is not all of it; else nothing."""
    rows, columns = found.row_step, found.column_step
    if rows > 1 and columns > 1:
        said = _("Every {row} row and every {column} column of an array of shape {shape}.")
    elif rows > 1:
        said = _("Every {row} row of an array of shape {shape}.")
    elif columns > 1:
        said = _("Every {column} column of an array of shape {shape}.")
    else:
        return ""
    row, column = _ordinal(rows), _ordinal(columns)
    return said.format(row=row, column=column, shape=words.shape(found.shape))


def _map(title: str, rows: Rows, limit: float, worst: tuple[int, int] | None) -> HeatMap:
    shades: dict[str, list[str]] = {}
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            shades.setdefault(_shade(value, limit), []).append(f"M{x} {y}h1v1h-1z")
    columns = len(rows[0])
    numbers = [v for row in rows for v in row if v is not None]
    broken = len(numbers) < len(rows) * columns
    size = _("{rows} rows, {columns} columns").format(rows=len(rows), columns=columns)
    facts = [_("{title}: {size}").format(title=title, size=size)]
    if numbers:
        reach = _("from {least} to {most}")
        facts.append(reach.format(least=f"{min(numbers):.4g}", most=f"{max(numbers):.4g}"))
    facts += [_("and some nan or infinite")] if broken else []
    return HeatMap(
        title=title,
        rows=len(rows),
        columns=columns,
        cell=min(_LARGEST_CELL, _WIDTH // columns),
        shades=[Shade(name, "".join(cells)) for name, cells in sorted(shades.items())],
        limit=f"{limit:.3g}",
        description=joined(facts),
        worst=worst,
        broken=broken,
    )


def _shade(value: float | None, limit: float) -> str:
    """`n5` to `n1`, `z`, `p1` to `p5`; `x` for what is no finite number."""
    if value is None:
        return "x"
    step = round(max(-1.0, min(1.0, value / limit)) * STEPS)
    # What differs from 0 is not shown as 0: one wrong element beside a huge one is wrong too.
    step = step or (value > 0) - (value < 0)
    return "z" if step == 0 else f"{'p' if step > 0 else 'n'}{abs(step)}"


def _largest(rows: Rows) -> float:
    return max((abs(v) for row in rows for v in row if v is not None), default=0.0)


def _worst(found: HeatMaps, comparison: Comparison | None) -> tuple[int, int] | None:
    if comparison is None or len(comparison.index) != len(found.shape):
        return None
    row, column = folded(comparison.index, found.shape)
    return (column - found.column) // found.column_step, (row - found.row) // found.row_step


def _ordinal(number: int) -> str:
    if math.floor(number / 10) % 10 == 1 or number % 10 not in (1, 2, 3):
        said = _("{number}th")
    else:
        said = {1: _("{number}st"), 2: _("{number}nd"), 3: _("{number}rd")}[number % 10]
    return said.format(number=number)
