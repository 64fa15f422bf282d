"""A number that overflowed does not keep MXNet from reading `inf` afterwards.

MXNet hands scalars to an operator as text.  Its parser takes infinity for a number out of range
where `errno` says ERANGE, and does not clear errno before; exp(1000) leaves it so in the thread
in which operators run.  With NaiveEngine that is the caller's own thread, where otherwise
`nd.exp(x); x == inf` works.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import mxnet as mx

_PARSERS = ("MXImperativeInvokeEx", "MXSymbolCreateAtomicSymbol")
"""The calls of MXNet's that read an operator's arguments."""


def forget() -> None:
    """From now on errno is 0 whenever arguments are read; once, in the process that forks."""
    where = ctypes.CDLL(None)["__errno_location"]
    where.restype = ctypes.c_void_p
    errno = ctypes.c_int.from_address(where())
    library = mx.base._LIB  # noqa: SLF001  (through which MXNet's Python calls them)
    for name in _PARSERS:
        setattr(library, name, _clearing(errno, getattr(library, name)))


def _clearing(errno: ctypes.c_int, call: Callable[..., int]) -> Callable[..., int]:
    def cleared(*arguments: Any) -> int:
        errno.value = 0
        return call(*arguments)

    return cleared
