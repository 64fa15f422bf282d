"""What a wrong array looks like, told only where it is so for every element."""

from __future__ import annotations

import numpy as np
import pytest

from grader.judge import symptoms

RIGHT = np.random.default_rng(1).normal(size=(4, 3))
EXACT = np.exp(RIGHT)
NAN = np.where(RIGHT > 0, np.nan, RIGHT)


@pytest.mark.parametrize(
    ("actual", "says"),
    [
        (RIGHT + 2, "Every element is too large by 2."),
        (RIGHT - 0.25, "Every element is too small by 0.25."),
        (RIGHT + 0.2696, ""),
        (RIGHT + 339.8, ""),
        (RIGHT / 3, "Every element is 1/3 of the right one, and 3 is a size"),
        (RIGHT / 7, "Every element is 1/7 times the right one."),
        (RIGHT * 0.9, "Every element is 0.9 times the right one."),
        (RIGHT * 0.3596, ""),
        (RIGHT * -1, "Every element has the wrong sign."),
        (RIGHT * 4, "Every element is 4 times the right one, and 4 is a size of the input"),
        (RIGHT * 2, "Every element is 2 times the right one."),
        (RIGHT * 0, "Every element is 0"),
        (EXACT, "The answer, or this part of it, equals an input"),
        (NAN, "nan or infinite"),
        (RIGHT + RIGHT.std() * np.eye(4, 3), ""),
        (0 * RIGHT + 1.7e308, ""),
    ],
)
def test_a_relation_that_holds_everywhere(actual: np.ndarray, says: str) -> None:
    """Of the right answer, the given one and the inputs.  A number that nobody writes, such as
    0.3596, is another one on other inputs."""
    found = symptoms.of_values(RIGHT, actual, [EXACT])
    assert says in found
    assert bool(says) == bool(found)


def test_rows_of_zeros_are_no_grand_total() -> None:
    """One row sums to 1, and so does the matrix."""
    right = EXACT / EXACT.sum(axis=1, keepdims=True)
    first = right * [[1], [0], [0], [0]]
    assert symptoms.of_values(right, EXACT / EXACT.sum(), [RIGHT]).startswith(
        "All elements together"
    )
    assert symptoms.of_values(right, first, [RIGHT]) == ""


def test_the_largest_numbers_sum_to_infinity() -> None:
    """Which is near no number, and not to 1."""
    right = EXACT / EXACT.sum(axis=1, keepdims=True)
    assert symptoms.of_values(right, 0 * right + 1.7e308, [RIGHT]) == ""


@pytest.mark.parametrize(
    ("scale", "says"), [(1, "a division by 0"), (1e9, "a number on the way may overflow")]
)
def test_what_is_no_number_may_come_of_large_inputs(scale: float, says: str) -> None:
    """From exp, or without it."""
    assert says in symptoms.of_values(RIGHT, NAN, [scale * RIGHT])


@pytest.mark.parametrize("given", [EXACT[:1, :1], 0 * EXACT], ids=["one number", "zeros"])
def test_an_input_may_be_met_by_chance(given: np.ndarray) -> None:
    """One number or zeros may be an input's and computed after all."""
    right = given + RIGHT[: len(given), : given.shape[1]]
    assert "equals an input" not in symptoms.of_values(right, given, [given])


def test_what_should_have_stayed_is_no_wrong_factor() -> None:
    """Where an input comes back changed, "wrong sign" would send a learner to the result."""
    found = symptoms.of_values(RIGHT, RIGHT * -1, [EXACT, RIGHT])
    assert found.startswith("This should be equal to an input")


def test_one_input_in_place_of_another() -> None:
    """Neither was it written into, nor was nothing done to it."""
    found = symptoms.of_values(RIGHT, EXACT, [EXACT, RIGHT])
    assert found == "This equals one input, and should equal another."


@pytest.mark.parametrize(("least", "says"), [(0, True), (1, False)])
def test_zeros_are_any_number_times_zero(least: float, says: bool) -> None:
    """Where most of the right numbers are 0, a factor of the others is not that of all."""
    right = np.where(np.quantile(RIGHT, 0.5 + least / 4) < RIGHT, RIGHT, 0)
    found = symptoms.of_values(right, right * 10, [])
    assert found == ("Every element is 10 times the right one." if says else "")


def test_a_small_size_may_be_a_factor_by_chance() -> None:
    """2 is some size of most inputs; of 4, a mean may be missing."""
    two, four = (symptoms.of_values(RIGHT, RIGHT * n, [np.ones((n, 9))]) for n in (2, 4))
    assert ("a size of the input" in two, "a size of the input" in four) == (False, True)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_what_is_nearly_right_has_no_relation(dtype: str) -> None:
    """One element that is off by a millionth is not `Every element is too large by 1e-09`."""
    right = RIGHT.astype(dtype)
    off = right.copy()
    off[0, 0] += 1e-4 * abs(right).max() / 2
    assert symptoms.of_values(right, off, [right]) == ""


def test_float32_on_the_way_is_seen_in_float64() -> None:
    """Rounding to float32 leaves seven digits."""
    rounded = RIGHT.astype(np.float32).astype(np.float64)
    assert symptoms.of_values(RIGHT, rounded, []).startswith("Only some seven digits are right")


@pytest.mark.parametrize(
    "factor",
    [
        1 + 1e-7,  # all in one direction
        1 + 1e-6 * np.eye(4, 3) * [1, -1, 1],  # few of them
        1 + np.outer([1e-7, -1e-7, 0, 20], [1, 1, 1]),  # small ones by more
    ],
)
def test_an_error_as_small_need_not_be_float32(factor: np.ndarray) -> None:
    """A bound, or a number that is added or not quite e, comes to no more."""
    right = RIGHT * [[1], [1], [1], [1e-8]]
    assert symptoms.of_values(right, right * factor, []) == ""


def test_a_tiny_constant_is_no_float32() -> None:
    """As of 1e-10 in a denominator, in float64."""
    assert symptoms.of_values(RIGHT, RIGHT * (1 + 1e-10), []) == ""
