"""What a probe returns becomes data, and no method of a lying object runs."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, NamedTuple

import numpy as np
import pytest
from mxnet import cpu, gluon, nd, sym

from grader.judge.value import Array, Items, Nothing, Number, Other, Table, Text
from grader.worker import values


class LyingArray(nd.NDArray):
    __slots__ = ()

    def asnumpy(self) -> Any:
        raise AssertionError("called")

    def __del__(self) -> None:
        """The handle is another array's."""


class LyingList(list):
    def __iter__(self) -> Any:
        raise AssertionError("called")

    __len__ = __getitem__ = __iter__


class LyingDict(dict):
    def items(self) -> Any:
        raise AssertionError("called")

    __len__ = __iter__ = keys = items


class Split(NamedTuple):
    train: int
    valid: None


class LyingFloat(float):
    def __float__(self) -> float:
        raise AssertionError("called")


class Meta(type):
    def __getattribute__(cls, name: str) -> Any:
        raise AssertionError(name)


class Liar(metaclass=Meta):
    def __getattribute__(self, name: str) -> Any:
        raise AssertionError(name)

    def __array__(self) -> Any:
        raise AssertionError("called")

    def __eq__(self, other: object) -> bool:
        raise AssertionError("called")

    __hash__ = None


ONE = np.float32(1).tobytes()
HERE = __name__


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (None, Nothing()),
        (True, Number("bool", True)),
        (3, Number("int", 3)),
        (2**63 - 1, Number("int", 2**63 - 1)),
        (2**63, Other("int beyond 64 bits")),
        (-(10**99), Other("int beyond 64 bits")),
        (0.5, Number("float", 0.5)),
        (np.float32(0.5), Number("float", 0.5)),
        (np.int8(3), Number("int", 3)),
        (np.bool_(False), Number("bool", False)),
        (np.complex64(1), Other("numpy.complex64")),
        (1j, Other("complex")),
        ("x" * 5000, Text("x" * 4000)),
        ("\udcff", Text("\\udcff")),
        (b"x", Other("bytes")),
        (cpu(1), Text("cpu(1)")),
        ((1, [2.0]), Items([Number("int", 1), Items([Number("float", 2.0)])])),
        ({"a": None}, Table({"a": Nothing()})),
        ({1: None}, Other("dict")),
        (OrderedDict(a=1), Table({"a": Number("int", 1)})),
        (Split(1, None), Items([Number("int", 1), Nothing()])),
        ([0] * 10_001, Other("list")),
        (np.ones(2), Other("numpy.ndarray")),
        (int, Other("type")),
    ],
)
def test_what_is_looked_into(value: object, data: object):
    """Numbers of exact types, and containers of every kind; of the rest the type's name is told."""
    assert values.encode(value) == data


@pytest.mark.parametrize("value", [np.longdouble(0.5), np.float16(0.5)])
def test_a_number_of_numpys_becomes_pythons(value: np.floating[Any]):
    """No other can be sent; a long double's own item() is a long double."""
    found = values.encode(value)
    assert isinstance(found, Number)
    assert (found.value, type(found.value)) == (0.5, float)


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda: LyingFloat(1), "LyingFloat"),
        (lambda: Liar(), "Liar"),  # noqa: PLW0108  (pytest would print the class itself)
        (lambda: LyingArray(nd.ones((1,)).handle), "LyingArray"),
    ],
)
def test_a_liar_is_not_asked(make: Any, name: str):
    """Subclasses of trusted types are not trusted, and a metaclass is not consulted."""
    assert values.encode(make()) == Other(f"{HERE}.{name}")


def test_a_container_is_read_past_its_own_methods():
    """What a list holds is what list itself says."""
    one = Number("int", 1)
    assert values.encode(LyingList([1])) == Items([one])
    assert values.encode(LyingDict(a=1)) == Table({"a": one})


def test_arrays_keep_dtype_shape_and_context():
    """A scalar keeps its shape () as NumPy writes it."""
    assert values.encode(nd.ones((1, 1))) == Array("float32", (1, 1), "cpu(0)", ONE)
    there = nd.ones((1,), ctx=cpu(1), dtype="float64")
    assert values.encode(there) == Array("float64", (1,), "cpu(1)", np.float64(1).tobytes())
    assert values.array(np.float32(1).reshape(()), "cpu(0)") == Array("float32", (), "cpu(0)", ONE)
    flipped = np.arange(4, dtype=np.int8).reshape(2, 2).T
    assert values.array(flipped, "cpu(0)") == Array("int8", (2, 2), "cpu(0)", b"\0\2\1\3")


def test_symbols_and_blocks_are_named():
    """The report tells what came instead of an array."""
    found = [values.encode(value) for value in (sym.var("x"), gluon.nn.Dense(1))]
    assert found == [
        Other("mxnet.symbol.symbol.Symbol"),
        Other("mxnet.gluon.nn.basic_layers.Dense"),
    ]


def test_a_list_in_itself_ends():
    """Eight levels are looked into."""
    endless: list[Any] = []
    endless.append(endless)
    found, depth = values.encode(endless), 0
    while isinstance(found, Items):
        (found,), depth = found.values, depth + 1
    assert (found, depth) == (Other("list"), 8)
