"""An error in place of an abort, where there is no GPU that MXNet can use.

An array asked for on a GPU that is not there is an MXNetError with the engine that works in
threads.  With the engine that workers use, MXNet was seen to end the process: it throws where C++
allows no exception.  So these calls are answered here, before they reach the engine.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache, partial
from typing import Any

_MESSAGE = "GPU usage requires at least 1 GPU"
"""MXNet's own words, as its engine with threads says them."""
_GPU = 2
"""MXNet's number for the kind of device."""
_MAKING = {
    "MXNDArrayCreateEx": 2,
    "MXNDArrayCreateEx64": 2,
    "MXNDArrayCreateSparseEx": 3,
    "MXNDArrayCreateSparseEx64": 3,
}
"""The calls that make an array, and at which place they are told the kind of device."""
_OPERATOR = "MXImperativeInvokeEx"
_KEYS, _VALUES = 6, 7
"""Where an operator's attributes are; `ctx` is one of them, such as `gpu(0)`."""
_COUNT = "MXGetGPUCount"


@cache
def built_for_cuda() -> bool:
    """Whether this is MXNet for CUDA; remembered, as it takes MXNet 0.1 ms to say.  Imports it."""
    import mxnet as mx

    return bool(mx.runtime.Features().is_enabled("CUDA"))


def may_be_there() -> bool:
    """Whether this process has a way to a GPU."""
    return built_for_cuda() and os.environ.get("CUDA_VISIBLE_DEVICES") != ""


def refuse() -> None:
    """From now on there is no GPU in this process."""
    import mxnet as mx

    library = mx.base._LIB  # noqa: SLF001  (where every call of MXNet's into C goes through)
    for name, place in _MAKING.items():
        _guard(library, name, partial(_makes_on_gpu, place))
    if built_for_cuda():  # MXNet for the CPU says itself what an operator cannot do
        _guard(library, _OPERATOR, _runs_on_gpu)
        # CUDA itself may fail where all ways to its GPUs are shut, instead of counting none.
        setattr(library, _COUNT, _none)


def _none(count: Any) -> int:
    """0 through the pointer that `ctypes.byref` made, and no error."""
    count._obj.value = 0  # noqa: SLF001  (as ctypes documents it for `byref`)
    return 0


def _makes_on_gpu(place: int, given: tuple[Any, ...]) -> bool:
    return bool(given[place].value == _GPU)


def _runs_on_gpu(given: tuple[Any, ...]) -> bool:
    attributes = zip(given[_KEYS], given[_VALUES], strict=True)
    return any(key == b"ctx" and value.startswith(b"gpu") for key, value in attributes)


def _guard(library: Any, name: str, asks_for_gpu: Callable[[tuple[Any, ...]], bool]) -> None:
    from mxnet.base import MXNetError

    call = getattr(library, name)

    def guarded(*given: Any) -> int:
        if asks_for_gpu(given):
            raise MXNetError(_MESSAGE)
        done: int = call(*given)
        return done

    setattr(library, name, guarded)
