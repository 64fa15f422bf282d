"""What an exercise's `own_work` list means: which operators would do the student's work."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import lru_cache

from grader.spelling import plain

_PREFIXES = re.compile(r"^_*(?:(?:backward|npx|npi|np|contrib|sparse|sg_mkldnn)_+)*")

_FOLDED = "_sg_"
"""How the names begin of operators into which an executor has folded others that then are named
nowhere: a sigmoid, say, and the dense layer before it.  No work by hand begins with a layer."""

_MOVERS = (
    "zeros", "ones", "full", "empty", "copyto", "copy", "cast", "slice", "sliceaxis", "slicelike",
    "reshape", "transpose", "concat", "stack", "expanddims", "squeeze", "flatten", "broadcastto",
    "broadcastlike", "zeroslike", "oneslike", "crossdevicecopy", "identity",
    # A Python function in the graph, whose own operators are named beside it:
    "customfunction", "custom", "purepython",
    # The engine's own, which any NDArray brings with it:
    "deletevariable", "setvalueop", "copycpu2?pu", "copygpu2?pu", "waitforvar", "resource*setseed",
)  # fmt: skip
"""Operators that move or create numbers and compute none.  Not slice_assign: whoever fills an array
element by element does the work by hand, as `corr2d` is taught."""


@lru_cache(2**14)  # MXNet's names, many times over, and no more of those that somebody forges
def matches(name: str, pattern: str) -> bool:
    """Whether the operator or attribute `name` is one that `pattern` means, however MXNet
    spells it: `_npx_softmax`, `_backward_softmax` and `Softmax` all are `softmax`."""
    return fnmatchcase(plain(_PREFIXES.sub("", name)), plain(pattern))


def borrowed(operators: Iterable[str], own_work: Iterable[str]) -> list[str]:
    """Those of the traced `operators` (and functions) that `own_work` lists, and those in which
    any may be hidden."""
    listed = list(own_work)
    patterns = operator_patterns(listed)
    return [
        name
        for name in operators
        if name in listed
        or name.startswith(_FOLDED)
        or any(matches(name, pattern) for pattern in patterns)
    ]


def operator_patterns(own_work: Iterable[str]) -> list[str]:
    """Those entries of `own_work` that mean operators, and no Python functions."""
    return [entry for entry in own_work if "." not in entry]


def spelled(own_work: Iterable[str]) -> list[str]:
    """How a source spells each entry: an operator by its name, a function by its class's."""
    return [entry.split(".")[-2] if "." in entry else entry for entry in own_work]


def computes(operators: Iterable[str]) -> bool:
    """Whether any of the traced operators computed something."""
    return any(not any(matches(name, mover) for mover in _MOVERS) for name in operators)
