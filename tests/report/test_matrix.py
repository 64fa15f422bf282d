"""The corner around the worst element."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.report.matrix import SIDE, corner, pair
from grader.report.record import Matrix


def test_small_matrix_is_shown_whole() -> None:
    """A matrix of at most 6 by 6 is shown from its first element."""
    expected = np.array([[0.25, 0.75], [0.5, 0.5]])
    actual = np.array([[0.25, 0.75], [0.5, np.nan]])
    assert corner(expected, actual, (1, 1)) == (
        Matrix(shape=[2, 2], rows=[["0.2500", "0.7500"], ["0.5000", "0.5000"]]),
        Matrix(shape=[2, 2], rows=[["0.2500", "0.7500"], ["0.5000", "nan"]]),
    )


def test_window_stands_around_the_worst() -> None:
    """Of a large matrix the neighbours on all sides are shown."""
    array = np.arange(400).reshape(20, 20)
    left, _ = corner(array, array, (10, 18))
    assert (left.row, left.column) == (7, 14)
    assert left.rows[3][4] == "218"
    assert [len(row) for row in left.rows] == [6] * 6


def test_scalar_and_vector() -> None:
    """A scalar and a vector are one row."""
    scalar = np.array(1.0)
    assert corner(scalar, scalar + 0.5, ())[1] == Matrix(shape=[], rows=[["1.5000"[:5]]])
    vector = np.arange(9)
    assert corner(vector, vector, (8,))[0] == Matrix(
        shape=[9], rows=[["3", "4", "5", "6", "7", "8"]], column=3
    )


def test_leading_axes_are_rows() -> None:
    """Leading axes are folded into rows."""
    array = np.arange(2 * 3 * 4).reshape(2, 3, 4)
    left, _ = corner(array, array, (1, 2, 3))
    assert (left.row, left.rows[-1]) == (0, ["20", "21", "22", "23"])
    assert (left.place((1, 2, 3)), left.label(5)) == ((5, 3), [1, 2])


def test_an_element_may_be_outside() -> None:
    """Of a corner, or of any array of that shape."""
    array = np.arange(400).reshape(20, 20)
    left, _ = corner(array, array, (10, 18))
    assert [left.place(at) for at in [(7, 14), (6, 14), (7, 20), (7,)]] == [
        (0, 0),
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("expected", "actual", "shown"),
    [
        (1.0, 1.0 + 1e-7, ("1.0000000", "1.0000001")),
        (1.0, 2.0, ("1", "2")),
        (0.5, 3e38, ("0.5", "3e+38")),
        (1e-9, 0.0, ("1e-09", "0")),
        (0.1, np.inf, ("0.1000", "inf")),
    ],
)
def test_difference_shows(expected: float, actual: float, shown: tuple[str, str]) -> None:
    """There are as many digits as it takes to tell the worst elements apart."""
    left, right = corner(np.array([expected]), np.array([actual]), (0,))
    assert (left.rows[0][0], right.rows[0][0]) == shown


@pytest.mark.parametrize(
    ("expected", "actual", "shown"),
    [
        (0.1, 0.2, ("0.1", "0.2")),
        (1 / 3, 1 / 3 + 1e-6, ("0.333333", "0.333334")),
        (2**60, 2**60 + 1, ("1152921504606846976", "1152921504606846977")),
        (True, False, ("True", "False")),
        (1.0, np.nan, ("1", "nan")),
    ],
)
def test_pair(expected: Any, actual: Any, shown: tuple[str, str]) -> None:
    """Two numbers in a sentence can be told apart as well."""
    assert pair(expected, actual) == shown


def test_refuses_what_is_no_pair() -> None:
    """Different shapes and a wrong index are the caller's mistakes."""
    with pytest.raises(ValueError, match=r"^the shapes differ: \(2,\) and \(3,\)$"):
        corner(np.zeros(2), np.zeros(3), (0,))
    with pytest.raises(ValueError, match=r"^\(2,\) is no index of an array of shape \(2,\)$"):
        corner(np.zeros(2), np.zeros(2), (2,))


def test_no_elements() -> None:
    """An array without elements has no rows."""
    assert corner(np.zeros((0, 3)), np.zeros((0, 3)), (0, 0))[0] == Matrix(shape=[0, 3], rows=[])


DTYPES = st.sampled_from(["float32", "float64", "float16", "int32", "uint8", "bool", "complex64"])


@given(st.data())
def test_any_arrays(data: st.DataObject) -> None:
    """Any two arrays have corners that hold the worst element, told apart where they differ."""
    shape = data.draw(hnp.array_shapes(min_dims=0, max_dims=4, max_side=9))
    arrays = [data.draw(hnp.arrays(data.draw(DTYPES), shape)) for _ in range(2)]
    worst = tuple(data.draw(st.integers(0, n - 1)) for n in shape)
    left, right = corner(arrays[0], arrays[1], worst)
    flat = int(np.ravel_multi_index(worst, shape)) if shape else 0
    row, column = divmod(flat, shape[-1] if shape else 1)
    for matrix in (left, right):
        assert 0 < len(matrix.rows) <= SIDE
        assert {len(line) for line in matrix.rows} <= set(range(1, SIDE + 1))
    texts = [m.rows[row - m.row][column - m.column] for m in (left, right)]
    e, a = (array[worst] for array in arrays)
    if arrays[0].dtype == arrays[1].dtype and e != a and not (np.isnan(e) and np.isnan(a)):
        assert texts[0] != texts[1]
