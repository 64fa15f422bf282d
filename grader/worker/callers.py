"""From which line of a submission an operator was called, whatever library lies between.

All functions of operators go through two functions of MXNet's, one for arrays and one for symbols.
While a take is watched, these note the line.  What runs within a hybridised net's graph has no
line but that which built the graph.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Collection
from types import FrameType
from typing import Any

import mxnet as mx
from mxnet.ndarray import register as arrays
from mxnet.symbol import register as symbols

from grader.worker.library import LIBRARY, operator

_PLACES = ((arrays, "_imperative_invoke"), (symbols, "_symbol_creator"))
"""Where every operator's function calls into MXNet, with the operator's handle first."""
_names: dict[int, str] = {}
"""The operators by their handles."""

Line = tuple[str, str, int]
"""An operator's name, and the file and line that called it."""


def prepare() -> None:
    """Learn the operators' handles; once, in the process that forks."""
    count, names = ctypes.c_uint(), ctypes.POINTER(ctypes.c_char_p)()
    mx.base.check_call(LIBRARY.MXListAllOpNames(ctypes.byref(count), ctypes.byref(names)))
    # Some have several names, of which the one without underscores is what the profiler says.
    for name in sorted(names[: count.value], key=lambda name: name.startswith(b"_")):
        _names.setdefault(operator(name).value or 0, name.decode())


class Callers:
    """Notes the first line in `files` that calls each operator, one take at a time."""

    def __init__(self, files: Collection[str]) -> None:
        self._files = files
        self._seen: dict[int, tuple[str, int]] = {}
        self._before: list[Callable[..., Any]] = []

    def start(self) -> None:
        """Forget what was seen and begin."""
        self._seen.clear()
        self._before = [getattr(module, name) for module, name in _PLACES]
        for (module, name), before in zip(_PLACES, self._before, strict=True):
            setattr(module, name, self._noting(before))

    def stop(self) -> list[Line]:
        """The lines that were seen."""
        for (module, name), before in zip(_PLACES, self._before, strict=True):
            setattr(module, name, before)
        return [(_names.get(handle, ""), *line) for handle, line in self._seen.items()]

    def _noting(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def noted(handle: int, *rest: Any, **named: Any) -> Any:
            if handle not in self._seen:
                self._note(handle)
            return call(handle, *rest, **named)

        return noted

    def _note(self, handle: int) -> None:
        frame: FrameType | None = sys._getframe(2)  # noqa: SLF001  (the one way to a caller's line)
        while frame is not None:
            if frame.f_code.co_filename in self._files:
                self._seen[handle] = (frame.f_code.co_filename, frame.f_lineno)
                return
            frame = frame.f_back
