"""Type, shape, dtype and context come first; then numbers, and nan never passes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.judge.compare import Expected, Verdict, equal, holds_nan
from grader.judge.value import Array, Items, Nothing, Number, Other, Table, Text, Value

EPS = 2.0**-23


def array(values: Any, dtype: str = "float32", device: str = "cpu(0)") -> Array:
    numbers = np.asarray(values, dtype)
    return Array(dtype, numbers.shape, device, numbers.tobytes())


def against(right: Value, given: Value, exact: Value | None = None) -> Verdict:
    """The verdict where the reference answers `right`, in float64 too."""
    return equal(Expected(right, exact or right, (), EPS), given)


RIGHT = array([[1, 2], [3, 4]])

AN_ARRAY = "an NDArray of shape (2, 2)"
STAY = "use MXNet's functions, not NumPy's, and no asnumpy."
USE_ND = "compute with nd, not with sym."

STRUCTURES: list[tuple[Value, Value, str]] = [
    (RIGHT, array([1, 2, 3, 4]), "shape (4,), expected (2, 2)."),
    (RIGHT, array([[1, 2]]), "shape (1, 2), expected (2, 2)."),
    (RIGHT, array([[1, 2], [3, 4]], "float64"), "dtype float64, expected float32."),
    (RIGHT, array([[1, 2], [3, 4]], device="cpu(1)"), "on cpu(1), expected on cpu(0)."),
    # Of several differences the first of shape, dtype and context is told:
    (RIGHT, array([7.0], "float16", "cpu(1)"), "shape (1,), expected (2, 2)."),
    (RIGHT, array([[7, 7], [7, 7]], "int32", "cpu(1)"), "dtype int32, expected float32."),
    (
        RIGHT,
        Nothing(),
        "None, where an NDArray of shape (2, 2) is expected: is a `return` missing?",
    ),
    (
        RIGHT,
        Other("numpy.ndarray"),
        f"an object of type numpy.ndarray, where {AN_ARRAY} is expected: {STAY}",
    ),
    (
        RIGHT,
        Other("mxnet.symbol.symbol.Symbol"),
        f"an object of type mxnet.symbol.symbol.Symbol, where {AN_ARRAY} is expected: {USE_ND}",
    ),
    (RIGHT, Number("float", 1.0), "the float 1.0, where an NDArray of shape (2, 2) is expected."),
    (
        RIGHT,
        Items([RIGHT]),
        "a list or tuple of 1, where an NDArray of shape (2, 2) is expected.",
    ),
    (Number("int", 1), Number("bool", True), "the bool True, where the int 1 is expected."),
    (Number("bool", True), Number("int", 1), "the int 1, where the bool True is expected."),
    (Text("a"), Number("int", 1), "the int 1, where the string 'a' is expected."),
    (Nothing(), Number("int", 1), "the int 1, where None is expected."),
    (
        Items([Number("int", 0)]),
        Items([Nothing()]),
        "part 1: None, where the int 0 is expected.",
    ),
    (
        Items([RIGHT, RIGHT]),
        Items([RIGHT]),
        "a list or tuple of 1, where a list or tuple of 2 is expected.",
    ),
    (Items([RIGHT, RIGHT]), Items([RIGHT, array([1])]), "part 2: shape (1,), expected (2, 2)."),
    (
        Table({"a": Items([RIGHT])}),
        Table({"a": Items([Nothing()])}),
        "a: part 1: None, where an NDArray of shape (2, 2) is expected: is a `return` missing?",
    ),
    (Table({"a": RIGHT}), Table({"b": RIGHT, "c": RIGHT}), "there are b, c; expected a."),
    (Table({"a": RIGHT}), Table({}), "there are no entries; expected a."),
]


@pytest.mark.parametrize(("right", "given", "says"), STRUCTURES)
def test_structure_is_told_before_values(right: Value, given: Value, says: str):
    """What is of the wrong kind is not compared at all."""
    assert against(right, given).message == says


@pytest.mark.parametrize(
    ("lie", "says"),
    [
        (Array("float32", (2, 2), "cpu(0)", b"\0" * 8), "8 bytes for shape (2, 2) of float32"),
        (Array("float32", (2, -2), "cpu(0)", b""), "dtype 'float32', shape (2, -2)"),
        (Array("object", (2, 2), "cpu(0)", b"\0" * 32), "dtype 'object', shape (2, 2)"),
    ],
)
def test_a_malformed_array_is_a_wrong_answer(lie: Array, says: str):
    """It is the submission's, whatever made it."""
    assert against(RIGHT, lie).message == f"this is not an array: {says}."


def test_a_pass_tells_its_margin():
    """How much of the allowance was used, the largest of all leaves."""
    near = array([[1, 2], [3, 4 + 1e-5]])
    allowed = 64 * EPS * 4
    verdict = against(Items([RIGHT, RIGHT]), Items([near, RIGHT]))
    error = float(np.float32(4 + 1e-5)) - 4
    assert verdict == Verdict("", pytest.approx(error / allowed))


def test_the_worst_element_is_told():
    """With its place, by how many times, and how many are wrong."""
    verdict = against(RIGHT, array([[1, 2], [3.1, 5]]))
    assert verdict.message == (
        "5 at [1, 1], expected 4, 32,800 times the allowance; 2 of 4 elements differ."
    )
    assert verdict.difference is not None
    assert (verdict.difference.worst, verdict.difference.wrong) == ((1, 1), 2)


def test_as_many_digits_are_told_as_differ():
    """In float64 the first six may well be the same."""
    right, given = array([[1.5]], "float64"), array([[1.5 + 1e-8]], "float64")
    message = equal(Expected(right, right, (), 2.0**-52), given).message
    assert message.startswith("1.50000001 at [0, 0], expected 1.5, ")


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_nan_and_infinity_never_pass(bad: float, dtype: str):
    """Neither alone nor among right numbers, nor as a number of its own."""
    among = against(array([1, 2], dtype), array([1, bad], dtype))
    alone = against(array(1, dtype), array(bad, dtype))
    number = against(Number("float", 1.0), Number("float", bad))
    assert [among.message, alone.message, number.message] == [
        f"{bad:.6g} at [1], expected 2; 1 of 2 elements differ; 1 of them nan or infinite.",
        f"{bad:.6g}, expected 1; 1 of them nan or infinite.",
        f"{bad!r}, expected 1.0.",
    ]


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_nan_is_wrong_where_all_else_is_allowed(bad: float):
    """The largest allowance that float64 can make does not let it through."""
    huge = Expected(array([1e308], "float64"), array([-1e308], "float64"), (), 1.0)
    with np.errstate(over="ignore"):
        assert not equal(huge, array([bad], "float64")).passed


def test_infinity_is_right_where_the_reference_is_infinite():
    """And only with the same sign."""
    right = array([np.inf, 1])
    assert against(right, right) == Verdict("", 0.0)
    assert not against(right, array([-np.inf, 1])).passed
    assert not against(right, array([3e38, 1])).passed


def test_float64_decides_what_is_right():
    """The reference's own float32 is one program among others."""
    off = array([1 + 1e-4])
    assert against(off, array([1.0]), exact=array([1.0], "float64")).passed


@pytest.mark.parametrize(
    ("right", "given", "passes"),
    [
        (array([3], "int32"), array([3], "int32"), True),
        (array([3], "int32"), array([4], "int32"), False),
        (array([2**53 + 1], "int64"), array([2**53], "int64"), False),
        (array([True, False], "bool"), array([True, True], "bool"), False),
        (Number("int", 3), Number("int", 3), True),
        (Number("int", 10**15), Number("int", 10**15 + 1), False),
        (Number("int", 2**60 + 1), Number("int", 2**60), False),
        (Number("int", 3), Number("float", 3.0), True),
        (Number("int", 3), Number("float", 3.0000001), False),
        (Number("int", 3), Number("int", float("nan")), False),
        (Number("bool", True), Number("bool", True), True),
        (Number("bool", True), Number("bool", False), False),
        (Number("bool", True), Number("bool", 7), False),
        (Text("a"), Text("a"), True),
        (Text("a"), Text("b"), False),
        (Nothing(), Nothing(), True),
        (Items([]), Items([]), True),
        (array(np.zeros((0, 3))), array(np.zeros((0, 3))), True),
    ],
)
def test_whole_numbers_and_texts_are_exact(right: Value, given: Value, passes: bool):
    """Rounding excuses nothing that does not round."""
    verdict = against(right, given)
    assert (verdict.passed, bool(verdict.message)) == (passes, not passes)


def test_small_programs_differ_in_one_unit():
    """A float that is wrong by a ten-thousandth is told as a number."""
    assert against(Number("float", 2.0), Number("float", 2.0002)).message == "2.0002, expected 2.0."
    assert against(Number("float", 2.0), Number("float", 2.0000001)).passed


def test_a_nested_number_is_told_with_its_place():
    """The first wrong leaf, by the keys and parts that lead to it."""
    right = Table({"a": Items([RIGHT, Number("int", 1)])})
    wrong = Table({"a": Items([RIGHT, Number("int", 2)])})
    assert against(right, wrong).message == "a: part 2: 2, expected 1."


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        (RIGHT, False),
        (array([np.inf]), False),
        (Items([RIGHT, Table({"a": array([1, np.nan])})]), True),
        (Number("float", float("nan")), True),
        (Items([Text("nan"), Nothing(), Number("int", 1)]), False),
    ],
)
def test_holds_nan(value: Value, holds: bool):
    """A reference must not."""
    assert holds_nan(value) is holds
