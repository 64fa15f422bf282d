"""What a report keeps of numbers so that they can be drawn: small, whatever the answer was.

Three pictures: expected beside actual as heat maps, the histogram of draws over the law that they
should follow, and two curves.  Each is reduced here, once, so that a record stays small and a
rendering computes nothing about answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from grader.report.record import Curves, HeatMaps, Histogram, folded

SIDE = 16
"""Rows and columns of a heat map; three of them fit side by side."""
BINS = 40
MOST_POINTS = 200

_DIGITS = 4
"""Significant digits: no eye sees more in a colour or in a height."""
_NOISE = 64
"""Units in the last place of the largest number: never wrong, by the judge's allowance."""
_REACH = 8.0
"""How far a histogram follows draws that leave their law, in widths of the law."""

Numbers = np.ndarray[Any, Any]


def heat_maps(expected: Numbers, actual: Numbers, worst: tuple[int, ...]) -> HeatMaps | None:
    """Return at most SIDE by SIDE elements of both arrays, or None where one could not see more
    than in numbers: below two rows and two columns.

    `expected` and `actual` have one shape, `(..., q)`; leading axes are folded into rows.  Of a
    larger array evenly spaced rows and columns are kept, those of the element at `worst` among
    them.  The difference is taken in float64, before digits are dropped; mere rounding is 0.
    """
    columns = expected.shape[-1] if expected.ndim else 1
    rows = expected.size // columns if columns else 0
    if rows < 2 or columns < 2:
        return None
    row, column = folded(worst, expected.shape)
    row_step, column_step = -(-rows // SIDE), -(-columns // SIDE)
    kept = (slice(row % row_step, None, row_step), slice(column % column_step, None, column_step))
    e, a = (x.reshape(rows, columns)[kept].astype(np.float64) for x in (expected, actual))
    with np.errstate(all="ignore"):
        difference = a - e
        difference[abs(difference) <= _rounding(expected)] = 0.0
    return HeatMaps(
        shape=list(expected.shape),
        expected=_rows(e),
        actual=_rows(a),
        difference=_rows(difference),
        row=row % row_step,
        column=column % column_step,
        row_step=row_step,
        column_step=column_step,
    )


def histogram(
    values: Numbers,
    cdf: Callable[[Numbers], Numbers],
    low: float,
    high: float,
    *,
    law: str,
    name: str = "",
    centred: bool = False,
) -> Histogram | None:
    """Return how `values` spread over at most some 40 bins, and how the law would.

    `cdf` gives the law's probability of at most x; nearly all of it lies within [low, high], which
    are borders of bins, or with `centred` their middles.  None without finite values.
    """
    x = np.asarray(values, np.float64).ravel()
    x = x[np.isfinite(x)]
    if not x.size or not low < high:
        return None
    width = high - low
    begin = max(min(low, float(x.min())), low - _REACH * width)
    end = min(max(high, float(x.max())), high + _REACH * width)
    step = width / max(2, round(BINS * width / (end - begin)))
    first = -np.ceil((low - begin) / step - 1e-6)
    last = np.ceil((end - low) / step - 1e-6)
    edges = low + step * (
        np.arange(first, last + 2) - 0.5 if centred else np.arange(first, last + 1)
    )
    inside = np.histogram(x, edges)[0]
    expected = np.diff(cdf(edges))
    return Histogram(
        name=name,
        law=law,
        edges=[_short(v) for v in edges],
        shares=[_short(v) for v in inside / x.size],
        expected=[_short(v) for v in expected],
        draws=int(x.size),
        beyond=int(x.size - inside.sum()),
    )


def curves(expected: Sequence[float], actual: Sequence[float], *, name: str) -> Curves:
    """Return the first MOST_POINTS of both sequences; what is not finite becomes None."""
    return Curves(
        name=name,
        expected=[_number(v) for v in expected[:MOST_POINTS]],
        actual=[_number(v) for v in actual[:MOST_POINTS]],
    )


def _rounding(expected: Numbers) -> float:
    """Up to which difference two right answers may differ in any case."""
    if expected.dtype.kind != "f":
        return 0.0
    finite = abs(expected[np.isfinite(expected)].astype(np.float64))
    return _NOISE * float(np.finfo(expected.dtype).eps) * float(finite.max(initial=0.0))


def _rows(array: Numbers) -> list[list[float | None]]:
    return [[_number(v) for v in row] for row in array]


def _number(value: float) -> float | None:
    short = _short(value)  # which rounds the largest numbers to infinity
    return short if np.isfinite(short) else None


def _short(value: float) -> float:
    return float(f"{float(value):.{_DIGITS}g}")
