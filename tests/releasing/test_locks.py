"""A sentence opens for a mistake's answers, rounded otherwise, and for no others."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.grading import locks
from grader.judge.value import Array, Items, Nothing, Number, Other, Table, Text

REACH = 1e-4
SENTENCES = {"en": "Sum along axis=1, not axis=0 \N{EM DASH} the rows.", "zh_CN": "\u8f74"}


def array(values: object, dtype: str = "float32", device: str = "cpu(0)") -> Array:
    numbers = np.asarray(values, dtype)
    return Array(dtype, numbers.shape, device, numbers.tobytes())


def lock(*outcomes: locks.Outcome) -> locks.Lock:
    takes = range(len(outcomes))
    return locks.close(
        SENTENCES, dict(enumerate(outcomes)), dict.fromkeys(takes, REACH), takes, b"salt"
    )


def opened(closed: locks.Lock, *outcomes: locks.Outcome) -> bool:
    said = locks.read(closed, dict(enumerate(outcomes)))
    assert said in (None, SENTENCES)
    return said is not None


@given(
    st.lists(st.floats(-1000, 1000, width=32), min_size=1, max_size=20),
    st.floats(-0.98, 0.98),
)
def test_rounding_does_not_keep_it_shut(values: list[float], nudge: float) -> None:
    """Within the reach, wherever the numbers lie."""
    numbers = np.array(values)
    moved = numbers + nudge * REACH * abs(numbers).max()
    assert opened(lock(array(numbers, "float64")), array(moved, "float64"))


@given(
    st.lists(st.floats(-1000, 1000, width=32).filter(lambda x: abs(x) > 1e-3), min_size=1),
    st.floats(2.1, 1000),
    st.integers(0),
)
def test_other_numbers_do_not_open_it(values: list[float], nudge: float, where: int) -> None:
    numbers = np.array(values)
    moved = numbers.copy()
    moved[where % len(values)] += nudge * REACH * abs(numbers).max()
    assert not opened(lock(array(numbers, "float64")), array(moved, "float64"))


X = array([[1.0, 2.0], [3.0, 4.0]])


@pytest.mark.parametrize(
    ("mistake", "answer"),
    [
        (X, array([[1.0, 2.0, 3.0, 4.0]])),
        (X, array([[1.0, 2.0], [3.0, 4.0]], "float64")),
        (X, array([[1.0, 2.0], [3.0, 4.0]], device="cpu(1)")),
        (X, array([[1.0, np.nan], [3.0, 4.0]])),
        (X, array([[1.0, 2.0], [3.0, np.inf]])),
        (X, Items([X])),
        (X, Nothing()),
        (X, ("answered", "ValueError", "text")),
        (X, Array("float32", (2, 2), "cpu(0)", b"short")),
        (array([0.0, 0.0]), array([0.0, 0.01])),
        (array([np.inf, 1.0]), array([-np.inf, 1.0])),
        (array([np.inf, 1.0]), array([1e38, 1.0])),
        (array([1, 2], "int32"), array([1, 3], "int32")),
        (Number("int", 3), Number("int", 4)),
        (Number("int", 3), Number("int", 10**400)),
        (Number("bool", True), Number("int", 1)),
        (Text("a"), Text("b")),
        (Items([X, X]), Items([X])),
        (Table({"a": X}), Table({"b": X})),
        (Other("Dense"), Other("Conv2D")),
        (("answered", "ValueError", "text"), ("answered", "TypeError", "text")),
    ],
)
def test_another_outcome_does_not_open_it(mistake: locks.Outcome, answer: locks.Outcome) -> None:
    closed = lock(mistake)
    assert opened(closed, mistake)
    assert not opened(closed, answer)


def test_the_order_of_a_table_does_not_matter() -> None:
    closed = lock(Table({"a": X, "b": Nothing()}))
    assert opened(closed, Table({"b": Nothing(), "a": X}))


def test_every_take_counts() -> None:
    closed = lock(X, Number("float", 0.5))
    assert opened(closed, X, Number("float", 0.5))
    assert not opened(closed, X, Number("float", 0.75))


def test_neither_the_sentence_nor_the_numbers_are_in_it() -> None:
    """Two numbers that are a whole number of quanta apart leave the same behind."""
    quantum = 2 * REACH * 4.0
    other = array([[1.0 + 100 * quantum, 2.0], [3.0, 4.0]], "float64")
    closed = lock(array([[1.0, 2.0], [3.0, 4.0]], "float64"))
    assert closed.parts == lock(other).parts
    assert closed.sentences != lock(other).sentences
    assert b"axis" not in closed.sentences
