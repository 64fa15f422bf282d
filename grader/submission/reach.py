"""Does a source reach behind the operator trace?

The trace runs in the submission's own process, so code that takes hold of the interpreter or of
MXNet's library there could speak for it.  Such code needs names that no work on an exercise
needs; where an exercise asks for the student's own work, they cost it.
"""

from __future__ import annotations

import io
import re
import tokenize

_ANYWHERE = frozenset(
    [
        *("_LIB", "profiler", "grader", "settrace", "setprofile"),
        *("_getframe", "_current_frames", "currentframe", "tb_frame", "f_back"),
        *("f_globals", "f_locals", "__globals__", "__closure__", "__subclasses__"),
        *("get_objects", "get_referrers", "get_referents"),
        *("__import__", "import_module", "__builtins__"),
    ]
)
"""MXNet's C library and profiler, this grader, and Python's introspection."""
_PROFILER = re.compile("MX.*Profile")
"""The profiler's functions in the C library, through a handle of one's own."""
_CALLED = frozenset(["exec", "eval"])
"""As functions; as methods they are something else (`symbol.eval`)."""


def behind_the_trace(text: str) -> tuple[str, int] | None:
    """The first such name in the code and its line, or None.  Comments and strings are no code."""
    before = ""
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type != tokenize.NAME:
                before = token.string
                continue
            called = token.string in _CALLED and before != "."
            registry = (token.string, before) == ("modules", ".")
            named = token.string in _ANYWHERE or _PROFILER.match(token.string)
            if named or called or registry:
                return token.string, token.start[0]
            before = token.string
    except (tokenize.TokenError, SyntaxError):
        return None
    return None
