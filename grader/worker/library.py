"""MXNet's C library, called past all that a submission can make of MXNet's Python.

The handle is the grader's own, as are its functions: MXNet's are one attribute away from whoever
wants other ones.
"""

from __future__ import annotations

import ctypes
from inspect import getattr_static
from typing import Any

import mxnet as mx

LIBRARY = ctypes.CDLL(mx.base._LIB._name)  # noqa: SLF001  (where MXNet says what it has loaded)
_KINDS = dict(mx.Context.devtype2str)
_context_of = LIBRARY.MXNDArrayGetContext
_handle = getattr_static(mx.nd.NDArray, "handle").__get__
_value = getattr_static(ctypes.c_int, "value").__get__
_c_int = ctypes.c_int
_byref = ctypes.byref


def operator(name: bytes) -> ctypes.c_void_p:
    """The handle of an operator."""
    handle = ctypes.c_void_p()
    mx.base.check_call(LIBRARY.NNGetOpHandle(name, ctypes.byref(handle)))
    return handle


def place(array: Any) -> str:
    """Where an NDArray lies, as `str(array.context)` says it before anybody changes that."""
    kind, number = _c_int(), _c_int()
    _context_of(_handle(array), _byref(kind), _byref(number))
    return f"{_KINDS[_value(kind)]}({_value(number)})"
