"""Does a source reach behind the operator trace?

The trace runs in the submission's own process, so code that takes hold of the interpreter or of
MXNet's library there could speak for it.  Such code needs names that no work on an exercise
needs; where an exercise asks for the student's own work, they cost it.
"""

from __future__ import annotations

import io
import re
import tokenize
import unicodedata

_ANYWHERE = frozenset(
    [
        *("_LIB", "profiler", "grader", "msgspec", "settrace", "setprofile"),
        *("_getframe", "_current_frames", "currentframe", "tb_frame", "f_back"),
        *("f_globals", "f_locals", "__globals__", "__closure__", "__subclasses__"),
        *("get_objects", "get_referrers", "get_referents"),
        *("__import__", "import_module", "__builtins__"),
    ]
)
"""MXNet's C library and profiler, this grader and how it speaks, and Python's introspection."""
_PROFILER = re.compile("MX.*Profile")
"""The profiler's functions in the C library, through a handle of one's own."""
_OUR_OWN = re.compile(
    r"^[ \t]*(?:%(?:re)?load_ext grader|from grader\.notebook import check)[ \t]*"
    r"(?:#[^'\"\n]*)?(?=;|$)",
    re.MULTILINE,
)
"""What a notebook of the course says itself, to check its work; it does nothing in a worker."""
_NO_CODE = re.compile(
    r"^[ \t]*(?:#[^'\"\n]*|![A-Za-z][^'\"\n]*|%%[A-Za-z]\w*[ \t]*"
    r"|%(?:cd|conda|config|env|load_ext|matplotlib|pip)(?:[ \t]+\w[\w./-]*)?[ \t]*)$",
    re.MULTILINE,
)
"""Lines of a cell that are no Python wherever they stand, and neither open nor end a string."""
_NO_PYTHON = re.compile(r"^[ \t]*[%!?,;/>]|=[ \t]*[%!]|^(?![^'\"\n]*#).*\?[ \t]*$", re.MULTILINE)
"""Where a cell may hold a magic or a shell line.  Some Python looks so, too."""
_WORD = re.compile(r"(\.[ \t]*)?\b(\w+)")
_CALLED = frozenset(["exec", "eval"])
"""As functions; as methods, as arguments' names and as conditions they are something else."""
_CONDITIONS = frozenset(["if", "elif", "while", "not"])
_SPELLED = re.compile("|".join(["MX", "modules", *sorted(_CALLED), *sorted(_ANYWHERE)]))
"""A text in which this is not found need not be taken apart."""


def behind_the_trace(text: str) -> tuple[str, int] | None:
    """The first such name in the code and its line, or None.  Comments and strings are no code."""
    text = _OUR_OWN.sub("", text)
    if not _SPELLED.search(_as_python_reads(text)):
        return None
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError):
        return None
    strings = ["", *(token.string for token in tokens), ""]
    for token, before, after in zip(tokens, strings, strings[2:], strict=False):
        if token.type == tokenize.NAME and _reaches(token.string, before, after):
            return token.string, token.start[0]
    return None


def in_a_cell(text: str) -> tuple[str, int] | None:
    """The same for a notebook's cell.

    A shell line may open what looks like a string and hide the lines after it from Python's
    tokens.  So where there may be one, comments and strings are searched as well.
    """
    text = _NO_CODE.sub("", _OUR_OWN.sub("", text))
    if not _NO_PYTHON.search(text):
        return behind_the_trace(text)
    for number, line in enumerate(text.split("\n"), 1):
        for before, name in _WORD.findall(line):
            if _reaches(name, before[:1]):
                return name, number
    return None


def _as_python_reads(name: str) -> str:
    """Names in the form in which Python compares them: with a wide `e`, `exec` is the same."""
    return unicodedata.normalize("NFKC", name)


def _reaches(name: str, before: str, after: str = "") -> bool:
    """Whether the name does, between the tokens before and after it."""
    name = _as_python_reads(name)
    if before == "def" or (after == "=" and before != "."):
        return False  # it gets another meaning
    if name in _CALLED:
        return before != "." and (after == "(" or before not in _CONDITIONS)
    registry = (name, before) == ("modules", ".")
    return registry or name in _ANYWHERE or bool(_PROFILER.match(name))
