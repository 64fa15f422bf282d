"""The code in an f-string: before Python 3.12 it is one token with the text around it."""

from __future__ import annotations

import re
import tokenize
from collections.abc import Iterable, Iterator

from grader.submission.tokens import NoPython, tokens

_MOST = 2**13
"""F-strings: more than any work has, looked through within a second."""
_BEGIN = re.compile(r"[rR]?[fF]")
_TEXT = re.compile(r"[^{]*(?:\{\{[^{]*)*(\{)?")
_FORMAT = re.compile(r"[^{}]*([{}])?")
_CODE = re.compile(r"[^'\"()\[\]{}:\\]+|'''.*?'''|\"\"\".*?\"\"\"|'[^']*'|\"[^\"]*\"|.", re.DOTALL)
_OF_A_LINE = re.compile(r"[^\n]")


def unfolded(found: Iterable[tokenize.TokenInfo]) -> Iterator[tokenize.TokenInfo]:
    """The tokens, and after each f-string those of its code.  Raises NoPython."""
    return _unfolded(found, iter(range(_MOST)))


def _unfolded(
    found: Iterable[tokenize.TokenInfo], left: Iterator[int]
) -> Iterator[tokenize.TokenInfo]:
    for token in found:
        yield token
        if token.type == tokenize.STRING and _BEGIN.match(token.string):
            if next(left, None) is None:
                raise NoPython
            for part in _unfolded(tokens(f"({_code(token.string)})"), left):
                line, column = part.start
                yield part._replace(start=(token.start[0] + line - 1, column))


def _code(string: str) -> str:
    """The f-string with blanks where it is text; what stands in its braces is left.

    A backslash there is no Python before 3.12, and would keep `tokenize` busy.
    """
    kept = []
    inside: list[str] = []  # of what: "{" a field, ":" its format, "(" brackets in it
    at = 0
    while at < len(string):
        text = not inside or inside[-1] == ":"
        part = (_CODE if not text else _FORMAT if inside else _TEXT).match(string, at)
        assert part  # each fits something
        at = part.end()
        mark = (part[1] or "") if text else part[0]
        blank = _OF_A_LINE.sub(" ", part[0].removesuffix(mark))
        kept.append(blank + mark.replace("\\", " "))
        if text and mark == "{":
            inside.append("{")
        elif mark in ("(", "[", "{"):
            inside.append("(")
        elif mark in (")", "]", "}"):
            inside.pop()
        elif mark == ":" and inside[-1] == "{":
            inside[-1] = ":"
    return "".join(kept)
