"""An array is believed only where its dtype, shape and bytes fit together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.judge.answers import BadArray, name, plain, to_numpy
from grader.judge.value import Array, Items, Nothing, Number, Other, Table, Text


def test_an_array_is_read_as_it_was_sent():
    """In its own dtype and shape, and read-only."""
    sent = np.arange(6, dtype=np.int32).reshape(2, 3)
    got = to_numpy(Array("int32", (2, 3), "cpu(0)", sent.tobytes()))
    np.testing.assert_array_equal(got, sent, strict=True) if hasattr(np, "strict") else None
    assert (got.tolist(), got.dtype, got.flags.writeable) == (sent.tolist(), sent.dtype, False)


@pytest.mark.parametrize(
    ("dtype", "shape", "data", "says"),
    [
        ("float32", (3,), b"\0" * 8, r"8 bytes for shape \(3,\) of float32"),
        ("float32", (2,), b"\0" * 16, r"16 bytes for shape \(2,\) of float32"),
        ("float32", (-1,), b"", r"dtype 'float32', shape \(-1,\)"),
        ("float32", (-2, -2), b"\0" * 16, r"shape \(-2, -2\)"),
        ("float32", (2**62, 2**62), b"", "0 bytes for shape"),
        ("float32", (0, 2**62, 2**62), b"", "shape"),
        ("float32", (1,) * 33, b"\0" * 4, "shape"),
        ("object", (1,), b"\0" * 8, "dtype 'object'"),
        ("O", (1,), b"\0" * 8, "dtype 'O'"),
        ("V8", (1,), b"\0" * 8, "dtype 'V8'"),
        ("complex128", (1,), b"\0" * 16, "dtype 'complex128'"),
        ("longdouble", (1,), b"\0" * 16, "dtype 'longdouble'"),
        ("<f4,<f4", (1,), b"\0" * 8, "dtype '<f4,<f4'"),
        ("", (1,), b"\0" * 8, "dtype ''"),
        ("x" * 4000, (1,), b"", "dtype 'xxxxxxxxxxxxxxxxxxxx', shape"),
    ],
)
def test_a_lying_array_is_refused(dtype: str, shape: tuple[int, ...], data: bytes, says: str):
    """No memory is asked for on its word, and the refusal is short."""
    with pytest.raises(BadArray, match=says) as caught:
        to_numpy(Array(dtype, shape, "cpu(0)", data))
    assert len(str(caught.value)) < 400


@given(
    st.sampled_from(["float32", "float16", "bool", "int64", "object", "U4", "datetime64[s]"]),
    st.lists(st.integers(-3, 2**63 - 1) | st.integers(0, 4), max_size=40),
    st.binary(max_size=64),
)
def test_whatever_is_claimed_is_an_array_or_a_bad_array(dtype: str, shape: list[int], data: bytes):
    """No claim makes NumPy raise anything else."""
    try:
        array = to_numpy(Array(dtype, tuple(shape), "cpu(0)", data))
    except BadArray:
        return
    assert (array.shape, array.dtype, array.nbytes) == (tuple(shape), dtype, len(data))


ONE = Array("float32", (1,), "cpu(0)", np.float32(2).tobytes())


def test_a_law_sees_plain_data():
    """Objects of unknown types are None to it."""
    value = Table(
        {"a": Items([ONE, Number("int", 3)]), "b": Text("x"), "c": Nothing(), "d": Other("T")}
    )
    found = plain(value)
    assert found == {"a": [np.float32([2.0]), 3], "b": "x", "c": None, "d": None}


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (ONE, "an NDArray of shape (1,)"),
        (Number("bool", True), "the bool True"),
        (Text("a\n" * 99), "the string " + repr("a\n" * 30)),
        (Nothing(), "None"),
        (Items([ONE, ONE]), "a list or tuple of 2"),
        (Table({"a": ONE}), "a dict of 1"),
        (Other("numpy.ndarray"), "an object of type numpy.ndarray"),
    ],
)
def test_every_kind_of_value_has_a_name(value: object, says: str):
    """As a sentence needs it."""
    assert name(value) == says
