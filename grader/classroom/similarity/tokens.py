"""A source without what a copier changes: names of one's own, comments, docstrings, blanks.

copydetect's own filter replaces every name, the library's too. In exercises of a few lines that
leaves nothing to tell two honest answers apart: `X.max(axis=1)` and `X.sum(axis=0)` become the
same. Here names stay that nobody can change, because MXNet or Python gave them. Pygments reads the
source, so that a file with a syntax error is read too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from pygments import token as kinds  # type: ignore[import-untyped]  # has no type hints
from pygments.lexers.python import PythonLexer  # type: ignore[import-untyped]  # as above

MOST_CHARACTERS = 2**16
"""What is read of a source: sixteen times the longest of the course."""
_LONGEST_LINE = 2**12
"""What is read of a line: the longest of the course has 100 characters."""

_NAME = "V"
_STRING = "S"

_LEXER = PythonLexer(stripnl=False, ensurenl=False)
_LEFT_OUT = (kinds.Comment, kinds.Text, kinds.Error, kinds.String.Doc)
_GIVEN = (
    kinds.Name.Builtin,
    kinds.Name.Exception,
    kinds.Name.Namespace,
    kinds.Name.Function.Magic,
    kinds.Name.Variable.Magic,
)

_Token = tuple[int, Any, str]
"""Where it begins, Pygments' kind of it, its text."""


@dataclass(frozen=True)
class Tokens:
    """What counts in a source, in its order."""

    symbols: list[str]
    lines: list[int]
    """The line on which each stands, from 1."""


def read(source: str) -> Tokens:
    """Return the tokens of `source`, with a common name for all that its author named."""
    source = _tamed(source[:MOST_CHARACTERS])
    found = [item for item in _LEXER.get_tokens_unprocessed(source) if not _is_left_out(item[1])]
    own = _own_attributes(found)
    symbols: list[str] = []
    lines: list[int] = []
    line, read_to = 1, 0
    brackets: list[str] = []
    for number, (start, kind, text) in enumerate(found):
        line += source.count("\n", read_to, start)
        read_to = start
        if text in {"(", "[", "{"}:
            brackets.append(text)
        elif text in {")", "]", "}"} and brackets:
            brackets.pop()
        if kind in kinds.String:
            if symbols and symbols[-1] == _STRING:
                continue  # its quotes, its escapes and its parts are one string
            symbol = _STRING
        elif kind in kinds.Name:
            called = brackets[-1:] == ["("]
            symbol = text if _is_given(found, number, own, called=called) else _NAME
        else:
            symbol = text
        symbols.append(symbol)
        lines.append(line)
    return Tokens(symbols, lines)


def _tamed(source: str) -> str:
    """The same lines, none without end and their words one blank apart.

    Pygments looks through blanks, and through lines, for the ends of what never began, again and
    again from each of their characters.
    """
    lines = (line[:_LONGEST_LINE] for line in source.split("\n"))
    return "\n".join(" ".join(line.split()) for line in lines)


@cache
def _is_left_out(kind: Any) -> bool:
    return any(kind in other for other in _LEFT_OUT)


@cache
def _is_named_by_others(kind: Any) -> bool:
    return any(kind in other for other in _GIVEN)


def _own_attributes(found: list[_Token]) -> set[str]:
    """Names that the source gives to functions, classes, and attributes such as `self.x = ...`."""
    own = set()
    for number, (_, kind, text) in enumerate(found):
        if kind not in kinds.Name or _is_named_by_others(kind):
            continue
        defined = kind in kinds.Name.Function or kind in kinds.Name.Class
        if defined or (_text(found, number - 1) == "." and _text(found, number + 1) == "="):
            own.add(text)
    return own


def _is_given(found: list[_Token], number: int, own: set[str], *, called: bool) -> bool:
    """Whether a name is not its author's to change."""
    _, kind, text = found[number]
    if kind in kinds.Name.Builtin.Pseudo:  # self: any name will do
        return False
    if _is_named_by_others(kind):
        return True
    if text in own:
        return False
    attribute = _text(found, number - 1) == "."
    keyword = called and _text(found, number + 1) == "=" and _text(found, number - 1) in {"(", ","}
    return attribute or keyword


def _text(found: list[_Token], number: int) -> str:
    return found[number][2] if 0 <= number < len(found) else ""
