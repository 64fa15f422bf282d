"""An exception in a learner's terms: what it means first, the engine's own text after.

The patterns are of messages that MXNet 1.9.1 and Python 3.10 to 3.12 were seen to give.
"""

from __future__ import annotations

import re

from grader.worker.protocol import Failure, Loaded

_SHAPE = r"(\[[\d,]*\]|\([\d, ]*\))"

_NONE = "Something is None that should hold a value: is a `return` missing?"

_MEANINGS: list[tuple[str, str]] = [
    (
        rf"could not be broadcast together with (?:remapped )?shapes.*?{_SHAPE}\D+?{_SHAPE}",
        "Shapes {0} and {1} do not line up: from the last axis on, sizes must be equal or 1",
    ),
    (
        r"dot shape error: (\S+) X (\S+)",
        "The inner sizes of a matrix product differ: {0} times {1}; transpose one of them",
    ),
    (
        r"Incompatible attr in node.*expected (\[[\d,-]*\]), got (\[[\d,-]*\])",
        "Two arrays must have one shape, but have {0} and {1}",
    ),
    (
        r"Incompatible attr in node.*expected (\w+), got (\w+)",
        "Two arrays must have one dtype, but are {0} and {1}: convert one with astype",
    ),
    (
        r"Incompatible input shape: expected (\S+), got (\S+)",
        "Joined arrays must agree in all other axes, but have {0} and {1} (-1 is free)",
    ),
    (
        r"Shape inconsistent, Provided ?= ?(\S+), inferred shape=(\S+)",
        "An array or parameter has shape {0} where the operator needs {1}",
    ),
    (
        r"Reduction axis (\S+) Exceeds input dimensions (\S+)",
        "There is no axis {0} in an array of shape {1}: axes count from 0",
    ),
    (
        r"Cannot differentiate node because it is not in a computational graph",
        "No gradient flows back: asnumpy, detach or a new array made from numbers cuts the graph",
    ),
    (
        r"Assigning to NDArrays that are already in a computational graph",
        "An array was changed in place while autograd was recording: make a new one instead",
    ),
    (
        r"initialization was deferred",
        "A parameter's shape is not known before the first forward pass: call net(X) once first",
    ),
    (
        r"has not been initialized",
        "A parameter is used before net.initialize() was called, or is not registered with the net",
    ),
    (
        r"(\w+) initializer cannot be applied to vector (\w+)",
        "{0} needs at least two axes, but {1} is a vector: give it init='zeros'",
    ),
    (
        r"must have NDArray type, but got <Symbol",
        "A hybridised net computes with symbols: use F instead of nd",
    ),
    (
        r"must have Symbol type, but got",
        "A net that is not hybridised computes with NDArrays: use F instead of sym",
    ),
    (
        r"'Symbol' object has no attribute '(\w+)'",
        "A hybridised net computes with symbols, which have no {0}",
    ),
    (
        r"object has no attribute '(?:_children|_reg_params|_params|_scope|_prefix)'",
        "The Block was not set up: call super().__init__(**kwargs) first in __init__",
    ),
    (
        r"is not implemented for GPU|GPU support is disabled|no CUDA-capable device",
        "There is no GPU here: take the context from the inputs (ctx=X.context)",
    ),
    (
        r"Cannot find argument '(\w+)'",
        "The operator has no argument {0}: is it misspelt?",
    ),
    (
        r"current array is not a scalar",
        "asscalar takes an array of one element: reduce it first, with sum or mean",
    ),
    (
        r"truth value of an NDArray with multiple elements",
        "An `if` needs one truth value, not an array of them: use nd.where or multiply by the mask",
    ),
    (
        r"Cannot reshape array of size (\d+) into shape (\([^)]*\))",
        "{0} elements do not fill the shape {1}",
    ),
    (
        r"missing (\d+) required positional argument|takes (?:from )?\d+.* positional argument",
        "The function takes other arguments than the exercise says: keep the stub's signature",
    ),
    (
        r"'NoneType' object",
        _NONE,
    ),
    (
        r"'(?:method|function|builtin_function_or_method)' object|unsupported operand.*'method'",
        "A method is named but not called: are its parentheses missing?",
    ),
    (
        r"bad_alloc|Failed to allocate|Cannot allocate memory|you are trying to allocate",
        "It asked for more memory than it may have",
    ),
]
"""What a message of Python or MXNet means; the first pattern that is found in it counts."""


_POSITIONS = ("Traceback (most recent", 'File "', "[bt]", "Stack trace")


def explain(failure: Failure, loaded: Loaded | None = None) -> str:
    """One or two sentences on `failure`; a statement at the file's top level that raised before
    is named where it explains a missing name."""
    text = _engine_text(failure.message)
    named = f"{failure.type}: {text}" if text else failure.type
    if failure.type in ("SystemExit", "KeyboardInterrupt", "GeneratorExit"):
        return f"The code raised {failure.type}, which would end the program."
    if failure.type == "MemoryError":
        return "It asked for more memory than it may have (MemoryError)."
    if failure.type == "NotImplementedError" and not failure.own_raise:
        return "A Block needs its `forward` (a HybridBlock its `hybrid_forward`): is it misspelt?"
    meaning = _meaning(failure.message)
    if meaning == _NONE and failure.frames and not failure.own_raise:
        meaning = ""  # inside a library, None is no missing `return`
    stop = "" if meaning.endswith("?") else "."
    parts = [f"{meaning}{stop} ({named})" if meaning else named]
    if not failure.frames:
        parts.append("It arose where the check used what the code returned.")
    if failure.type == "NameError" and loaded and loaded.notes:
        note = loaded.notes[0]
        line = f"Line {note.frames[0].line}" if note.frames else "A line"
        if note.frames and note.frames[0].file:
            line += f" of {note.frames[0].file},"
        parts.append(f"{line} had failed before: {note.type}: {note.message[:120]}.")
    return " ".join(parts)


def _meaning(message: str) -> str:
    for pattern, says in _MEANINGS:
        if found := re.search(pattern, message, re.DOTALL):
            return says.format(*found.groups())
    return ""


def _engine_text(message: str) -> str:
    """MXNet's message without its C++ stack and source positions, on one line."""
    lines = [line.strip() for line in message.splitlines()]
    kept = [line for line in lines if line and not line.startswith(_POSITIONS)]
    return re.sub(r"^(?:MXNetError: )?(?:Check failed: )?", "", " ".join(kept))[:300]
