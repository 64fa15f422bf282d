"""An exception in a learner's terms: what it means first, the engine's own text after."""

from __future__ import annotations

import re

from grader.worker.protocol import Failure, Loaded

_MEANINGS: list[tuple[str, str]] = [
    (
        r"not in a computational graph",
        "No gradient flows back: asnumpy, detach or a new array made from numbers cuts the graph",
    ),
    (
        r"has not been initialized",
        "A parameter was used before it was initialised",
    ),
    (
        r"(?:Inplace operations|in-?place).*(?:record|autograd)",
        "An array was changed in place while autograd was recording",
    ),
    (
        r"Cannot find argument|got an unexpected keyword argument",
        "An argument's name is not one that the function knows",
    ),
    (
        r"Shape inconsistent|Incompatible (?:attr|shape)|shape mismatch|cannot be broadcast",
        "The shapes do not fit together",
    ),
    (
        r"'NoneType' object",
        "Something is None that should hold a value: is a `return` missing",
    ),
    (
        r"'method' object|'function' object has no|'builtin_function",
        "A method is named but not called: are its parentheses missing",
    ),
    (
        r"bad_alloc|Failed to allocate|Cannot allocate memory",
        "It asked for more memory than it may have",
    ),
]


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
    meaning = next((says for mark, says in _MEANINGS if re.search(mark, failure.message)), "")
    parts = [f"{meaning}: {named}" if meaning else named]
    if not failure.frames:
        parts.append("It arose where the check used what the code returned.")
    if failure.type == "NameError" and loaded and loaded.notes:
        note = loaded.notes[0]
        line = f"Line {note.frames[0].line}" if note.frames else "A line"
        parts.append(f"{line} had failed before: {note.type}: {note.message[:120]}.")
    return " ".join(parts)


def _engine_text(message: str) -> str:
    """MXNet's message without its C++ stack and source positions, on one line."""
    lines = [line.strip() for line in message.strip().splitlines()]
    for line in reversed(lines):
        if found := re.match(r"(?:MXNetError: |.*?Error: )?(?:Check failed: )(.*)", line):
            return found[1][:400]
    kept = [line for line in lines if line and not re.match(r"\[bt\]|File \"|Stack trace", line)]
    return " ".join(kept)[:400]
