"""What a record keeps for pictures: small, and true to the arrays."""

from __future__ import annotations

import itertools
import math
import re

import numpy as np
import pytest

from grader.report import pictures
from grader.report.html.plot import curves
from grader.report.record import Curves
from tests.report import pictured


def test_a_small_array_is_kept_whole() -> None:
    """None where a value is not finite; the difference is actual - expected."""
    expected = np.array([[1.0, 2.0], [3.0, 4.0]])
    actual = np.array([[1.5, np.nan], [3.0, np.inf]])
    found = pictures.heat_maps(expected, actual, (0, 1))
    assert found is not None
    assert found.expected == [[1.0, 2.0], [3.0, 4.0]]
    assert found.actual == [[1.5, None], [3.0, None]]
    assert found.difference == [[0.5, None], [0.0, None]]
    assert (found.row_step, found.column_step) == (1, 1)


@pytest.mark.parametrize("worst", [(0, 0), (37, 41), (99, 69), (50, 3)])
def test_of_a_large_array_the_worst_element_is_kept(worst: tuple[int, int]) -> None:
    """Evenly spaced rows and columns, at most 16 of each."""
    expected = np.zeros((100, 70), "float32")
    actual = expected.copy()
    actual[worst] = 7
    found = pictures.heat_maps(expected, actual, worst)
    assert found is not None
    assert max(len(found.actual), len(found.actual[0])) <= pictures.SIDE
    row, column = (np.argwhere(np.array(found.actual) == 7)[0]).tolist()
    place = (found.row + row * found.row_step, found.column + column * found.column_step)
    assert place == worst


def test_leading_axes_become_rows() -> None:
    found = pictures.heat_maps(np.zeros((2, 3, 4)), np.ones((2, 3, 4)), (1, 2, 3))
    assert found is not None
    assert (found.shape, len(found.expected), len(found.expected[0])) == ([2, 3, 4], 6, 4)


def test_rounding_is_no_difference() -> None:
    """What no right program is charged for is not coloured; what differs beyond it is."""
    expected = np.full((2, 2), 1.0, "float32")
    actual = expected.copy()
    actual[0, 0] += 5e-7
    actual[1, 1] += 1e-4
    found = pictures.heat_maps(expected, actual, (1, 1))
    assert found is not None
    assert found.difference[0] == [0, 0]
    assert found.difference[1][1] == pytest.approx(1e-4, rel=1e-2)


@pytest.mark.parametrize("shape", [(), (1,), (9,), (9, 1), (1, 9), (0, 4), (4, 0)])
def test_no_picture_of_what_numbers_show(shape: tuple[int, ...]) -> None:
    """A vector is read, not looked at."""
    assert pictures.heat_maps(np.zeros(shape), np.ones(shape), (0,) * len(shape)) is None


def test_histogram_of_right_draws_follows_the_law() -> None:
    """Shares and probabilities of the same bins, each summing to 1."""
    check = pictured.draws(spread=0.5)
    found = check.picture
    assert isinstance(found, pictures.Histogram)
    assert len(found.edges) == len(found.shares) + 1 == len(found.expected) + 1
    assert sum(found.shares) == pytest.approx(1, abs=1e-3)
    assert sum(found.expected) == pytest.approx(1, abs=1e-3)
    assert max(abs(a - b) for a, b in zip(found.shares, found.expected, strict=True)) < 0.02


def test_histogram_of_wrong_draws_shows_them() -> None:
    """It reaches as far as the draws do."""
    found = pictured.draws(spread=0.8).picture
    assert isinstance(found, pictures.Histogram)
    assert found.beyond == 0
    assert max(abs(a - b) for a, b in zip(found.shares, found.expected, strict=True)) > 0.02


def test_draws_far_out_are_counted() -> None:
    """So that the law keeps some bins of its own."""
    values = np.array([0.5] * 30 + [1e9, np.nan])
    found = pictures.histogram(values, lambda v: np.clip(v, 0, 1), 0, 1, law="U(0, 1)")
    assert found is not None
    assert (found.draws, found.beyond) == (31, 1)
    assert sum(p > 0 for p in found.expected) >= 2
    assert len(found.shares) <= pictures.BINS + 3


def test_two_values_stand_in_the_middle_of_bins() -> None:
    """Rounding moves none of them to a neighbouring bin."""

    def cdf(v: pictures.Numbers) -> pictures.Numbers:
        return np.where(v < 0, 0, np.where(v < 1.25, 0.2, 1.0))

    values = np.array([0.0] * 20 + [1.25 * (1 - 1e-7), 1.25 * (1 + 1e-7)] * 40)
    found = pictures.histogram(values, cdf, 0, 1.25, law="dropout", centred=True)
    assert found is not None
    assert sorted(found.shares)[-3:] == [0, 0.2, 0.8]
    assert found.shares == found.expected


def test_nothing_drawn_no_picture() -> None:
    empty = np.array([np.nan])
    assert pictures.histogram(empty, lambda v: v, 0, 1, law="") is None


def test_curves_are_cut() -> None:
    found = pictures.curves([0.5] * 999, [float("inf"), 1.23456789], name="losses")
    assert found == Curves(name="losses", expected=[0.5] * 200, actual=[None, 1.235])


NUMBERS = [0.0, 5e-324, -5e-324, 1e-310, 1e-300, 1.0, 1e20, 1e300, 1.7976931348623157e308]
ODD = [*NUMBERS, -NUMBERS[-1], math.inf, -math.inf, math.nan]


@pytest.mark.parametrize("pair", list(itertools.product(ODD, repeat=2)), ids=str)
def test_no_numbers_are_too_odd_for_a_plot(pair: tuple[float, float]) -> None:
    """Everything that a plot draws is a place; what has none is left out and counted."""
    for expected, actual in (([pair[0]] * 2, [pair[1]] * 2), (pair, pair[::-1]), ([], pair)):
        plot = curves(pictures.curves(expected, actual, name=""))
        assert all(math.isfinite(tick.at) for tick in (*plot.across, *plot.up))
        assert len(plot.up) <= 12
        assert not {"nan", "inf"} & set(re.findall("[a-z]+", plot.actual + plot.expected))


def test_what_a_few_digits_round_to_infinity_is_none() -> None:
    found = pictures.curves([NUMBERS[-1]], [-NUMBERS[-1]], name="")
    assert (found.expected, found.actual) == ([None], [None])
