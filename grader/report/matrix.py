"""The corner of two arrays around their worst element, as text that can be drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from grader.report.record import Matrix, folded

SIDE = 6
"""Rows and columns of a corner: two of them fit side by side in a wide terminal."""

_USUAL_DIGITS = 4
_MOST_DIGITS = 17  # Two different float64 differ within 17 significant digits.
_MOST_DECIMALS = 8
_LARGEST_FIXED = 1e6

Format = Callable[[Any], str]


def corner(
    expected: np.ndarray[Any, Any], actual: np.ndarray[Any, Any], worst: tuple[int, ...]
) -> tuple[Matrix, Matrix]:
    """Return the at most 6 by 6 elements around `worst` of both arrays, formatted alike.

    `expected` and `actual` have one shape, `(..., q)`; leading axes are folded into rows, and a
    0-d or 1-d array is one row. Numbers have as many digits as it takes for the two worst
    elements to read differently. Raises ValueError when the shapes differ or `worst` is not an
    index of them; an array without elements gives a Matrix without rows.
    """
    if expected.shape != actual.shape:
        raise ValueError(f"the shapes differ: {expected.shape} and {actual.shape}")
    shape = list(expected.shape)
    if expected.size == 0:
        return Matrix(shape=shape, rows=[]), Matrix(shape=shape, rows=[])
    if len(worst) != expected.ndim or any(
        not 0 <= i < n for i, n in zip(worst, expected.shape, strict=True)
    ):
        raise ValueError(f"{worst} is no index of an array of shape {expected.shape}")
    columns = shape[-1] if shape else 1
    row, column = folded(worst, shape)
    top = _begin(row, expected.size // columns)
    left = _begin(column, columns)
    window = (slice(top, top + SIDE), slice(left, left + SIDE))
    e, a = (array.reshape(-1, columns)[window] for array in (expected, actual))
    show = _common_format(e, a, (row - top, column - left))
    drawn = [
        Matrix(shape=shape, rows=[[show(x) for x in line] for line in part], row=top, column=left)
        for part in (e, a)
    ]
    return drawn[0], drawn[1]


def pair(expected: Any, actual: Any) -> tuple[str, str]:
    """Return two numbers as text, with as many digits as it takes to tell them apart."""
    show = _general(expected, actual)
    return show(expected), show(actual)


def _begin(position: int, length: int) -> int:
    """Where a window of SIDE begins that shows `position` with neighbours on both sides."""
    return max(0, min(position - SIDE // 2, length - SIDE))


def _common_format(
    expected: np.ndarray[Any, Any], actual: np.ndarray[Any, Any], worst: tuple[int, int]
) -> Format:
    """Choose fixed decimals where they can tell the worst elements apart, else digits.

    Fixed decimals keep the points of a column in one line, which is what makes a difference easy
    to see; they are of no use for numbers of very different magnitudes.
    """
    e, a = expected[worst], actual[worst]
    both = [expected, actual]
    if any(array.dtype.kind not in "fiub" for array in both):
        return _general(e, a)
    if all(array.dtype.kind in "iub" for array in both):
        return str
    values = np.concatenate([array.astype(np.float64).ravel() for array in both])
    values = values[np.isfinite(values)]
    largest = float(np.max(np.abs(values), initial=0.0))
    if largest >= _LARGEST_FIXED:
        return _general(e, a)
    if np.all(values == np.round(values)):
        least = 0
    else:
        least = max(1, _USUAL_DIGITS - 1 - int(np.floor(np.log10(largest))))
    for decimals in range(least, _MOST_DECIMALS + 1):
        show = _fixed(decimals)
        if show(e) != show(a) or e == a:
            return show
    return _general(e, a)


def _fixed(decimals: int) -> Format:
    return lambda value: f"{float(value):.{decimals}f}"


def _general(expected: Any, actual: Any) -> Format:
    """Significant digits for numbers; anything that is no real number is shown as Python does."""
    if not all(isinstance(x, (int, float, np.floating, np.integer)) for x in (expected, actual)):
        return str
    if all(isinstance(x, (int, np.integer)) for x in (expected, actual)):
        return str
    for digits in range(_USUAL_DIGITS, _MOST_DIGITS + 1):
        show = _significant(digits)
        if show(expected) != show(actual):
            return show
    return _significant(_USUAL_DIGITS)


def _significant(digits: int) -> Format:
    return lambda value: f"{float(value):.{digits}g}"
