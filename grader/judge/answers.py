"""Answers as they crossed the boundary become arrays, with every claim checked."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from grader.judge.value import Array, Items, Nothing, Number, Other, Table, Text, Value
from grader.language import _

_DTYPES = frozenset(
    [
        "float16",
        "float32",
        "float64",
        "int8",
        "int16",
        "int32",
        "int64",
        "uint8",
        "uint16",
        "uint32",
        "uint64",
        "bool",
    ]
)
_MAX_AXES = 32


class BadArray(ValueError):
    """An array's dtype, shape and bytes do not fit together."""


def to_numpy(array: Array) -> np.ndarray[Any, Any]:
    """The array in its own dtype and shape, read-only.  Raises BadArray."""
    shape = array.shape
    if array.dtype not in _DTYPES or len(shape) > _MAX_AXES or any(size < 0 for size in shape):
        said = _("dtype {dtype}, shape {shape}")
        raise BadArray(said.format(dtype=repr(array.dtype[:20]), shape=shape[:_MAX_AXES]))
    dtype = np.dtype(array.dtype)
    if math.prod(shape) * dtype.itemsize != len(array.data):
        said = _("{number} bytes for shape {shape} of {dtype}")
        raise BadArray(said.format(number=len(array.data), shape=shape, dtype=array.dtype))
    try:
        return np.frombuffer(array.data, dtype).reshape(shape)
    except ValueError:  # no elements, and sizes that NumPy cannot count
        said = _("shape {shape} of {dtype}").format(shape=shape, dtype=array.dtype)
        raise BadArray(said) from None


def plain(value: Value) -> Any:
    """What a law sees: arrays, numbers, strings, lists, dicts, None.  Raises BadArray."""
    match value:
        case Array():
            return to_numpy(value)
        case Number() | Text():
            return value.value
        case Items():
            return [plain(item) for item in value.values]
        case Table():
            return {key: plain(item) for key, item in value.values.items()}
        case Nothing() | Other():
            return None


def eps(value: Value) -> float:
    """The relative size of a rounding of the coarsest floats in its arrays; 0 where there are none.
    Raises BadArray."""
    match value:
        case Array():
            dtype = to_numpy(value).dtype
            return float(np.finfo(dtype).eps) if dtype.kind == "f" else 0.0
        case Items():
            return max(map(eps, value.values), default=0.0)
        case Table():
            return max(map(eps, value.values.values()), default=0.0)
    return 0.0


def name(value: Value) -> str:
    """What this is, in a sentence: `an NDArray of shape (4, 10)`, `None`, `a list of 2`."""
    match value:
        case Array():
            return _("an NDArray of shape {shape}").format(shape=tuple(value.shape))
        case Number():
            return _("the {kind} {value}").format(kind=value.kind, value=value.value)
        case Text():
            return _("the string {text}").format(text=repr(value.value[:60]))
        case Nothing():
            return "None"
        case Items():
            return _("a list or tuple of {number}").format(number=len(value.values))
        case Table():
            return _("a dict of {number}").format(number=len(value.values))
        case Other():
            return _("an object of type {type}").format(type=value.type_name)
