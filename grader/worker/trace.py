"""Which operators did MXNet's engine run?

MXNet's own profiler names every operator that the engine executed, however the source spelled
the call.  Python functions that would do a student's work without an operator of their own
(`mxnet.initializer.Xavier._init_weight`) are wrapped once, and their entries noted.

The functions used here are taken from MXNet before a submission is loaded; the marks at both
ends of a trace show that the profiler was on.  A submission that attacks the trace from within
its own process can evade it: see docs/ARCHITECTURE.md.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import mxnet as mx

_set_state = mx.profiler.set_state
_dumps = mx.profiler.dumps
_loads = json.loads
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
        for name in functions:
            _watch(name)

    def start(self) -> None:
        """Forget what was seen and begin."""
        _dumps(reset=True, format="json")
        _set_state("run")
        _entered.clear()
        _mark_operator(_marked)

    def stop(self) -> tuple[list[str], bool]:
        """The operators that ran and functions that were entered, sorted, and whether the trace
        was on at both ends."""
        entered = set(_entered)
        _mark_operator(_marked)
        _set_state("stop")
        table = _loads(_dumps(reset=True, format="json"))
        counts = table.get("Time", {}).get("operator", {})
        marks = counts.pop(_MARK, {}).get("Count", 0)
        # A graph's operators may run as one segment, named "[a,b]".
        operators = {name for segment in counts for name in segment.strip("[]").split(",")}
        return sorted(operators | entered), marks >= 2 and entered.isdisjoint(SWITCHES)


def _watch(name: str) -> None:
    """Note each entry into the function `name`, such as `mxnet.initializer.Xavier.__call__`."""
    owner, attribute = _resolve(name)
    original: Callable[..., Any] = getattr(owner, attribute)

    @wraps(original)
    def noted(*args: Any, **kwargs: Any) -> Any:
        _entered.append(name)
        return original(*args, **kwargs)

    setattr(owner, attribute, noted)


def _resolve(name: str) -> tuple[Any, str]:
    """The module or class that holds the function `name`, and the attribute's name there."""
    *parts, attribute = name.split(".")
    for end in range(len(parts), 0, -1):
        try:
            owner: Any = importlib.import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            continue
        for part in parts[end:]:
            owner = getattr(owner, part)
        return owner, attribute
    raise ModuleNotFoundError(name)
