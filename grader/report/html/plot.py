"""Histograms and curves: numbers become lines in a frame with two axes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from grader.language import _
from grader.report.html.heat import MINUS
from grader.report.record import Curves, Histogram

WIDTH, HEIGHT = 340, 190
"""In units of the drawing, which is as wide as a telephone: text keeps its size there."""
LEFT, RIGHT, TOP, BOTTOM = 46, 10, 10, 24
_TICKS = 4
_FLATTEST = 20
"""How many times as high as the expected curve another may be beside it."""
_FLAT = 1e-9
"""Of their size: what differs by less has no curve, for the numbers of a record have few digits."""
_HUGE, _TINY = 1e300, 1e-300
"""Beyond the one a difference of two numbers overflows, below the other a part of one is 0: neither
can be placed."""


@dataclass(frozen=True)
class Tick:
    """A place on an axis and the number there."""

    at: float
    text: str


@dataclass(frozen=True)
class Plot:
    """A frame with axes, and what is in it as the data of SVG paths."""

    description: str
    across: list[Tick]
    up: list[Tick]
    actual: str
    expected: str
    filled: bool
    """Whether `actual` encloses an area."""
    dots: list[tuple[float, float, str]] = field(default_factory=list)
    """Single points, and whose they are: `actual` or `expected`."""


@dataclass(frozen=True)
class _Frame:
    """Places numbers of [x0, x1] by [y0, y1] in the drawing."""

    x0: float
    x1: float
    y0: float
    y1: float

    def x(self, value: float) -> float:
        share = (value - self.x0) / (self.x1 - self.x0)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        share = (value - self.y0) / (self.y1 - self.y0)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def histogram(found: Histogram) -> Plot:
    """Return bars for the draws, and the law as a line over them."""
    top = max(*found.shares, *found.expected) * 1.05 or 1.0
    frame = _Frame(found.edges[0], found.edges[-1], 0.0, top)
    said = _("{draws} draws in {bins} bins beside {law}")
    if found.beyond:
        said = _("{draws} draws in {bins} bins beside {law}; {beyond} lie further out")
    return Plot(
        description=said.format(
            draws=f"{found.draws:,}",
            bins=len(found.shares),
            law=found.law,
            beyond=f"{found.beyond:,}",
        ),
        across=[Tick(frame.x(v), _number(v)) for v in _ticks(frame.x0, frame.x1)],
        up=[Tick(frame.y(v), f"{100 * v:.3g}%") for v in _ticks(0.0, top)],
        actual=_steps(frame, found.edges, found.shares),
        expected=_steps(frame, found.edges, found.expected),
        filled=True,
    )


def curves(found: Curves) -> Plot:
    """Return both sequences over their positions 1, 2, 3; gaps where a value is not finite."""
    expected, given = _placeable(found.expected), _placeable(found.actual)
    known = [v for v in expected if v is not None] or [0.0]
    # A curve that explodes leaves the picture, or else it would flatten the other.
    reach = _FLATTEST * (max(map(abs, known)) or 1.0)
    low, high = _span([*known, *(v for v in given if v is not None and abs(v) <= reach)])
    longest = max(len(found.expected), len(found.actual), 2)
    frame = _Frame(1, longest, low, high)
    actual = [v if v is None or low <= v <= high else None for v in given]
    left_out = sum(v is None for v in actual)
    said = _("{actual} numbers beside {expected} expected ones")
    if left_out:
        said = _(
            "{actual} numbers beside {expected} expected ones; "
            "{number} of them are not finite or outside the picture"
        )
    return Plot(
        description=said.format(
            actual=len(found.actual), expected=len(found.expected), number=left_out
        ),
        across=[Tick(frame.x(v), _number(v)) for v in _ticks(1, longest) if v == int(v)],
        up=[Tick(frame.y(v), _number(v)) for v in _ticks(low, high)],
        actual=_line(frame, actual),
        expected=_line(frame, expected),
        filled=False,
        dots=[
            (frame.x(i), frame.y(v), whose)
            for whose, values in (("expected", expected), ("actual", actual))
            for i, v in enumerate(values, 1)
            if v is not None and longest <= 40
        ],
    )


def _steps(frame: _Frame, edges: Sequence[float], heights: Sequence[float]) -> str:
    """The outline of bars from the ground and back to it."""
    ground = frame.y(0.0)
    path = f"M{frame.x(edges[0])} {ground}"
    for height, edge in zip(heights, edges[1:], strict=True):
        path += f"V{frame.y(height)}H{frame.x(edge)}"
    return path + f"V{ground}"


def _line(frame: _Frame, values: Sequence[float | None]) -> str:
    path, pen = "", "M"
    for i, value in enumerate(values, 1):
        if value is None:
            pen = "M"
        else:
            path += f"{pen}{frame.x(i)} {frame.y(value)}"
            pen = "L"
    return path


def _placeable(values: Sequence[float | None]) -> list[float | None]:
    return [v if v is not None and abs(v) <= _HUGE else None for v in values]


def _span(values: Sequence[float]) -> tuple[float, float]:
    """From below the least to above the largest; some way around numbers that are all the same."""
    low, high = min(values), max(values)
    size = max(abs(low), abs(high))
    flat = high - low <= max(_FLAT * size, _TINY)
    margin = 0.06 * (max(size, 1.0) if flat else high - low)
    return low - margin, high + margin


def _ticks(low: float, high: float) -> list[float]:
    """Some round numbers between both."""
    rough = (high - low) / _TICKS
    magnitude = 10.0 ** math.floor(math.log10(rough))
    step = next(m * magnitude for m in (1, 2, 5, 10) if m * magnitude >= rough)
    first, last = math.ceil(low / step), math.floor(high / step)
    return [k * step for k in range(first, last + 1)]


def _number(value: float) -> str:
    return f"{value:.4g}".replace("e-0", "e-").replace("e+0", "e+").replace("-", MINUS)
