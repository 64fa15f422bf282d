"""What of a file is work: its code.  Docstrings and comments are not, for a stub has them in each
of the languages in which it is handed out; nor is what the course's notebooks say themselves."""

from __future__ import annotations

import re
import tokenize
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from grader.magics import TRANSPARENT
from grader.submission.source import Source, Wanted
from grader.submission.tokens import NoPython, tokens

_NO_CODE = (tokenize.COMMENT, tokenize.NL, tokenize.ENCODING, tokenize.ENDMARKER)
_BEFORE_A_STATEMENT = (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
_NO_WORK = [("%",), ("!",), ("from", "grader", ".", "notebook", "import", "check"), ("check", "(")]
"""How magics, shell lines and the call that checks a notebook begin."""

_A_CELL = 2**13
"""Characters up to which a text's statements are remembered, for a while."""

_NO_PYTHON = re.compile(rf"\s*%%(?!(?:{'|'.join(TRANSPARENT)})\b)")
"""How a cell begins that is no Python: `%%html`, but not `%%time`."""

_CALLED = re.compile(r"(?:[^\W\d]\w* \. )*(?:[^\W\d]\w* NEWLINE$|(?:partial|_*[A-Z]\w*) \()")
"""What is assigned to a name where that may stand for a function; by tokens."""

_EMPTY = re.compile(
    r"(?:async )?def (?:(?! NEWLINE).)* :"
    r"(?: NEWLINE| INDENT| DEDENT| pass| \.\.\.| return(?: None)?)*"
)
"""A function that does nothing; by tokens."""
_RAISES = re.compile(r"raise NotImplementedError(?:(?! NEWLINE).)*(?: NEWLINE| DEDENT)*$")
"""How what is to be written ends; by tokens."""

Statement = tuple[str, ...]
"""One statement at the top level, by its tokens."""


@dataclass(frozen=True, order=True)
class Definition:
    """Where at the top level a function, a class, or what stands for one, gets its name."""

    cell: int
    """From 0."""
    line: int
    """The first one of the statement, or of its first decorator; from 1."""
    end: int
    """The first one of the next statement."""
    name: str
    statement: Statement = field(compare=False)
    """Without its decorators."""

    @property
    def written(self) -> bool:
        """Whether it is a function or a class, and no other object that gets the name."""
        return bool(_written(self.statement))

    @cached_property
    def unfilled(self) -> bool:
        """Whether it is a stub, or as good as one."""
        return _unfilled(self.statement)


def statements(text: str) -> list[Statement]:
    """The statements at the top level, without comments and without strings that are statements.

    By tokens, not by a syntax tree: building one of a hostile text is not safe in the judge.  A
    text that is no Python further on stands behind them as it is.
    """
    return [statement for _, statement in _with_lines(text)]


def _with_lines(text: str) -> list[tuple[int, Statement]]:
    """The same, each behind the number of the line on which it begins."""
    return _of_a_cell(text) if len(text) < _A_CELL else _taken_apart(text)


@lru_cache(2**8)  # a notebook's cells are looked at again in each exercise's part
def _of_a_cell(text: str) -> list[tuple[int, Statement]]:
    return _taken_apart(text)


def _taken_apart(text: str) -> list[tuple[int, Statement]]:
    found: list[tuple[int, list[str]]] = [(1, [])]
    before = last = tokenize.NEWLINE
    depth = 0
    try:
        for token in tokens(text):
            kind = token.type
            if kind in _NO_CODE:
                continue
            if (kind, last) == (
                tokenize.NEWLINE,
                tokenize.STRING,
            ) and before in _BEFORE_A_STATEMENT:
                found[-1][1].pop()
                last = before
                continue
            depth += (kind == tokenize.INDENT) - (kind == tokenize.DEDENT)
            if not depth and last in _BEFORE_A_STATEMENT and kind not in _BEFORE_A_STATEMENT:
                found.append((token.start[0], []))
            layout = kind in _BEFORE_A_STATEMENT  # how wide it is does not matter
            found[-1][1].append(tokenize.tok_name[kind] if layout else token.string)
            before, last = last, kind
    except NoPython:
        found.append((0, [text]))
    return [(line, tuple(statement)) for line, statement in found if statement]


def code(source: Source) -> tuple[Statement, ...]:
    """The statements of a file, or of all cells of a notebook, as far as they may be work."""
    return _code(_texts(source))


def outline(source: Source) -> list[Definition]:
    """All definitions, in their order, those that others take the place of among them."""
    found = []
    for cell, text in enumerate(_texts(source)):
        statements = _with_lines(text)
        ends = [*(line for line, _ in statements[1:]), text.count("\n") + 2]
        decorated = 0
        for (line, statement), end in zip(statements, ends, strict=False):
            begins = decorated or line
            decorated = begins if statement[0] == "@" else 0
            name = _written(statement) or _assigned(statement)
            if name:
                found.append(Definition(cell, begins, end, name, statement))
    return found


def _texts(source: Source) -> tuple[str, ...]:
    """A file's text, or those of its cells; nothing in place of what is no Python."""
    return tuple("" if _NO_PYTHON.match(c) else c for c in source.cells) or (source.text,)


@lru_cache(2**5)  # a notebook is looked at again for each exercise in it
def _code(texts: tuple[str, ...]) -> tuple[Statement, ...]:
    found = [statement for text in texts for statement in statements(text)]
    return tuple(s for s in found if not any(s[: len(no_work)] == no_work for no_work in _NO_WORK))


def handed_out(wanted: Wanted) -> tuple[Statement, ...]:
    """The statements of the stub as it was handed out."""
    return _handed_out(wanted.handed_out)


@lru_cache(2**6)
def _handed_out(text: str) -> tuple[Statement, ...]:
    return tuple(statements(text))


def definitions(code: Iterable[Statement]) -> dict[str, Statement]:
    """The functions and classes by their names: of several definitions the last one counts, but no
    stub below one that is filled in; where none is written, another function or object of a class
    that gets the name."""
    found, made = {}, {}
    for statement in code:
        if name := _written(statement):
            if name not in found or not _unfilled(statement):
                found[name] = statement
        elif name := _assigned(statement):
            made[name] = statement
    return made | found


def filled(defined: Mapping[str, Statement], wanted: Wanted) -> bool:
    """Whether a stub of the exercise is not defined as it was handed out."""
    stubs = definitions(handed_out(wanted))
    return not stubs or any(defined.get(name) != stubs.get(name) for name in wanted.stubs)


def untouched(source: Source, wanted: Wanted) -> bool:
    """Whether it is the stub as it was handed out, but for comments and docstrings."""
    if not wanted.handed_out or "NotImplementedError" not in source.code:  # most work, at no cost
        return False
    return code(source) == handed_out(wanted)


def started(code: Iterable[Statement], wanted: Wanted) -> bool:
    """Whether it holds anything that the exercise did not hand out."""
    return not set(handed_out(wanted)).issuperset(code)


def _unfilled(statement: Statement) -> bool:
    """Whether it does nothing, or answers nothing and ends in a NotImplementedError, as a stub."""
    if {"return", "yield"}.isdisjoint(statement) and "NotImplementedError" in statement:
        return bool(_RAISES.search(" ".join(statement)))
    return bool(_EMPTY.fullmatch(" ".join(statement)))


def _written(statement: Statement) -> str:
    """The function or class that is written there."""
    words = statement[1:] if statement[0] == "async" else statement
    if words[:1] in (("def",), ("class",)):
        return "".join(words[1:2])
    return words[0] if words[1:3] == ("=", "lambda") else ""


def _assigned(statement: Statement) -> str:
    """What gets another name's meaning, a partial function or an object of a class."""
    called = statement[1:2] == ("=",) and _CALLED.match(" ".join(statement[2:]))
    return statement[0] if called else ""
