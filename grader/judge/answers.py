"""Answers as they crossed the boundary become arrays, with every claim checked."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from grader.worker.protocol import Array, Items, Nothing, Number, Other, Table, Text, Value

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
        raise BadArray(f"dtype {array.dtype[:20]!r}, shape {shape[:_MAX_AXES]}")
    dtype = np.dtype(array.dtype)
    if math.prod(shape) * dtype.itemsize != len(array.data):
        raise BadArray(f"{len(array.data)} bytes for shape {shape} of {array.dtype}")
    try:
        return np.frombuffer(array.data, dtype).reshape(shape)
    except ValueError:  # no elements, and sizes that NumPy cannot count
        raise BadArray(f"shape {shape} of {array.dtype}") from None


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


def name(value: Value) -> str:
    """What this is, in a sentence: `an NDArray of shape (4, 10)`, `None`, `a list of 2`."""
    match value:
        case Array():
            return f"an NDArray of shape {tuple(value.shape)}"
        case Number():
            return f"the {value.kind} {value.value}"
        case Text():
            return f"the string {value.value[:60]!r}"
        case Nothing():
            return "None"
        case Items():
            return f"a list or tuple of {len(value.values)}"
        case Table():
            return f"a dict of {len(value.values)}"
        case Other():
            return f"an object of type {value.type_name}"
