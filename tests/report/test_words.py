"""Short numbers, as every rendering has them."""

from __future__ import annotations

import math

import pytest

from grader.report import words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (10.0, "10"),
        (2 / 3, "0.666667"),
        (1e-9, "0"),
        (1e6 + 0.5, "1000000.5"),
    ],
)
def test_numbers(value: float, text: str) -> None:
    """Points are written without an exponent or superfluous zeros."""
    assert words.number(value, 6) == text


@pytest.mark.parametrize(
    ("value", "full", "share"),
    [(3, 4, 0.75), (5, 4, 1), (-1, 4, 0), (1, 0, 0), (math.inf, 4, 0), (math.nan, 4, 0)],
)
def test_shares(value: float, full: float, share: float) -> None:
    """A share is drawn as a part of a bar, whatever a record holds."""
    assert words.share(value, full) == share
