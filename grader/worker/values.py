"""What a probe returned, as data.

Only exact types and Python's containers are looked into, with functions taken from MXNet before the
submission was loaded, or of the container's base class; of anything else only the type's name is
told, so that no method of a lying object runs.
"""

from __future__ import annotations

from typing import Any

import mxnet as mx
import numpy as np

from grader.judge.value import Array, Items, Nothing, Number, Other, Table, Text, Value
from grader.worker.library import place
from grader.worker.protocol import short

_MAX_DEPTH = 8
_MAX_ITEMS = 10_000
_NDArray = mx.nd.NDArray
_asnumpy = _NDArray.asnumpy
_KINDS = {"b": bool, "i": int, "u": int, "f": float}


def encode(value: Any, depth: int = 0) -> Value:
    """The `Value` of whatever a probe returned.  Raises MXNetError where an NDArray's pending
    computation failed."""
    kind = type(value)
    if value is None:
        return Nothing()
    if kind is _NDArray:
        return array(_asnumpy(value), place(value))
    if kind in (bool, int, float):
        return _number(kind.__name__, value)
    if issubclass(kind, np.generic) and kind.__module__ == "numpy":
        plain = _KINDS.get(np.dtype(kind).kind)
        # Of a long double, item() is a long double again.
        return _number(plain.__name__, plain(np.generic.item(value))) if plain else _other(kind)
    if kind is str:
        return Text(short(value))
    if kind is mx.Context:
        return Text(str(value))
    if depth < _MAX_DEPTH:
        # A named tuple and an OrderedDict are right answers; their own methods are not called.
        for base in (list, tuple):
            if issubclass(kind, base) and base.__len__(value) <= _MAX_ITEMS:
                return Items([encode(item, depth + 1) for item in base.__iter__(value)])
        if issubclass(kind, dict) and dict.__len__(value) <= _MAX_ITEMS:
            entries = dict.items(value)
            if all(type(key) is str for key, _ in entries):
                return Table({short(key): encode(item, depth + 1) for key, item in entries})
    return _other(kind)


def array(values: np.ndarray[Any, Any], device: str) -> Array:
    """The message of a NumPy array that lives on `device`."""
    contiguous = np.ascontiguousarray(values)
    return Array(contiguous.dtype.name, tuple(values.shape), device, contiguous.tobytes())


def _number(kind: str, value: float | bool) -> Value:
    if kind == "int" and not -(2**63) <= value < 2**63:
        return Other("int beyond 64 bits")
    return Number(kind, value)


def _other(kind: type) -> Other:
    module = str(type.__getattribute__(kind, "__module__"))
    name = str(type.__getattribute__(kind, "__qualname__"))
    return Other(short(name if module in ("builtins", "__main__") else f"{module}.{name}")[:200])
