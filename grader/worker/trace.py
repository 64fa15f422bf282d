"""Which operators did MXNet's engine run?

MXNet's own profiler names every operator that the engine executed, however the source spelled
the call.  Python functions that would do a student's work without an operator of their own
(`mxnet.initializer.Xavier._init_weight`) are wrapped once, and their entries noted.

The functions used here are taken from MXNet and Python before a submission is loaded, for it may
replace any that has a name; the marks at both ends of a trace show that the profiler was on.  A
submission that attacks the trace from within its own process can evade it: see
docs/ARCHITECTURE.md.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from inspect import getattr_static
from typing import Any

import mxnet as mx

from grader.worker import profile

_set_state = mx.profiler.set_state
_print = mx.base._LIB.MXAggregateProfileStatsPrintEx  # noqa: SLF001  (dumps() calls what it finds)
_printed = ctypes.c_char_p()
_where = ctypes.byref(_printed)
_read: Callable[[ctypes.c_char_p], bytes] = getattr_static(ctypes.c_char_p, "value").__get__
_sorted = sorted
_mark_operator = mx.nd.radians
_marked = mx.nd.zeros((1,))
_MARK = "radians"
SWITCHES = (
    *(f"mxnet.profiler.{name}" for name in ("set_state", "pause", "resume", "dumps", "set_config")),
    *(f"mxnet.base._LIB.MX{name}" for name in ("ProcessProfilePause", "SetProcessProfilerState")),
)
"""A submission that is seen entering one of these operates the trace itself."""

_NO_FILE = "/dev/null/profile.json"
"""Nothing can ever lie there.  MXNet removes the profile's file as soon as it is named (/dev/null
itself too), and later writes a line into it for each operator that ran, which takes ten times as
long as to count it."""
_entered: list[str] = []
"""The watched functions that were entered."""


def prepare() -> None:
    """Configure the profiler and watch its switches; once, in the process that forks."""
    mx.profiler.set_config(
        profile_imperative=True,
        profile_symbolic=True,
        profile_api=False,
        profile_memory=False,
        aggregate_stats=True,
        continuous_dump=False,  # or else a thread of the fork server writes the file every second
        filename=_NO_FILE,
    )
    for name in SWITCHES:
        _watch(name)
    trace = Trace([])
    trace.start()
    trace.stop()


class Trace:
    """Watches one take at a time; `functions` are dotted names of Python functions."""

    def __init__(self, functions: Iterable[str]) -> None:
        self._watched = {name: _watch(name) for name in functions}

    def start(self) -> None:
        """Forget what was seen and begin."""
        _told()
        _set_state("run")
        _entered.clear()
        _mark_operator(_marked)

    def stop(self) -> tuple[list[str], bool]:
        """The operators that ran and functions that were entered, sorted, and whether the trace
        was on from beginning to end."""
        entered = {*_entered}
        _mark_operator(_marked)
        _set_state("stop")
        counts = profile.counted(_told())
        # A module that was loaded anew has functions that nobody watches.
        unwatched = [name for name, noted in self._watched.items() if _found(name) is not noted]
        if not counts or counts.pop(_MARK, 0) < 2 or unwatched:
            return _sorted(entered), False
        return _sorted(entered.union(counts)), entered.isdisjoint(SWITCHES)


def _told() -> str:
    """What the profiler counted since it was last asked."""
    _print(_where, 1, 1, 0, 0)  # and forget it; as JSON, by total time, the largest first
    return _read(_printed).decode("latin-1")  # a character is a byte, however a name was cut


def _watch(name: str) -> Callable[..., Any]:
    """Note each entry into the function `name`, such as `mxnet.initializer.Xavier.__call__`; one
    that a class inherits becomes its own, so that nobody else who inherits it is noted."""
    owner, attribute = _resolve(name)
    original: Callable[..., Any] = getattr(owner, attribute)

    @wraps(original)
    def noted(*args: Any, **kwargs: Any) -> Any:
        _entered.append(name)
        return original(*args, **kwargs)

    del noted.__wrapped__  # it leads past this
    setattr(owner, attribute, noted)
    return noted


def _found(name: str) -> Any:
    """The function `name`, as MXNet would find it now."""
    owner, attribute = _resolve(name)
    return getattr(owner, attribute, None)


def _resolve(name: str) -> tuple[Any, str]:
    """The module or class that holds the function `name`, and the attribute's name there."""
    *parts, attribute = name.split(".")
    for end in range(len(parts), 0, -1):
        owner: Any = sys.modules.get(".".join(parts[:end]))
        if owner:
            for part in parts[end:]:
                owner = getattr(owner, part)
            return owner, attribute
    raise ModuleNotFoundError(name)
