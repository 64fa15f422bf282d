"""On `cpu:1` as on a GPU: an operator takes arrays from one context only.

MXNet compares the kinds of the devices, so that arrays on cpu(0) and cpu(1) meet in one operator.
On a GPU, which cpu:1 stands for, a forgotten `ctx=` is an error; here it is made one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

import mxnet as mx
from mxnet.ndarray import register

from grader.worker.library import operator, place

_FREE = operator(b"take").value
"""Exempt: indices drawn for minibatches are made on the CPU in every book, where data stay too."""


def insisted_on(device: str) -> AbstractContextManager[None]:
    """Meanwhile operators raise MXNetError, in the words that MXNet has for a GPU, if the device
    stands for one."""
    # Elsewhere nothing touches what is raised: a generator would set its traceback.
    return _insisting() if device == "cpu:1" else nullcontext()


@contextmanager
def _insisting() -> Iterator[None]:
    invoke = register._imperative_invoke  # noqa: SLF001  (all operators' functions go through it)

    def from_one_context(handle: int, arrays: list[Any], *rest: Any) -> Any:
        _insist(handle, arrays)
        return invoke(handle, arrays, *rest)

    register._imperative_invoke = from_one_context  # noqa: SLF001  (as above)
    try:
        yield
    finally:
        register._imperative_invoke = invoke  # noqa: SLF001  (as above)


def _insist(handle: int, arrays: list[Any]) -> None:
    for number, array in enumerate(arrays[1:], 2):
        first, other = place(arrays[0]), place(array)
        if first != other and handle != _FREE:
            raise mx.MXNetError(
                "An operator requires all inputs live on the same context. "
                f"But the first argument is on {first} while the {number}-th argument is on {other}"
            )
