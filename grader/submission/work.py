"""What of a file is work: its code.  Docstrings and comments are not, for a stub has them in each
of the languages in which it is handed out; nor is what the course's notebooks say themselves."""

from __future__ import annotations

import re
import tokenize
from collections.abc import Iterable, Mapping
from functools import lru_cache

from grader.magics import TRANSPARENT
from grader.submission.source import Source, Wanted
from grader.submission.tokens import NoPython, tokens

_NO_CODE = (tokenize.COMMENT, tokenize.NL, tokenize.ENCODING, tokenize.ENDMARKER)
_BEFORE_A_STATEMENT = (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
_NO_WORK = [("%",), ("!",), ("from", "grader", ".", "notebook", "import", "check"), ("check", "(")]
"""How magics, shell lines and the call that checks a notebook begin."""

_NO_PYTHON = re.compile(rf"\s*%%(?!(?:{'|'.join(TRANSPARENT)})\b)")
"""How a cell begins that is no Python: `%%html`, but not `%%time`."""

Statement = tuple[str, ...]
"""One statement at the top level, by its tokens."""


def statements(text: str) -> list[Statement]:
    """The statements at the top level, without comments and without strings that are statements.

    By tokens, not by a syntax tree: building one of a hostile text is not safe in the judge.  A
    text that is no Python further on stands behind them as it is.
    """
    found: list[list[str]] = [[]]
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
                found[-1].pop()
                last = before
                continue
            depth += (kind == tokenize.INDENT) - (kind == tokenize.DEDENT)
            if not depth and last in _BEFORE_A_STATEMENT and kind not in _BEFORE_A_STATEMENT:
                found.append([])
            layout = kind in _BEFORE_A_STATEMENT  # how wide it is does not matter
            found[-1].append(tokenize.tok_name[kind] if layout else token.string)
            before, last = last, kind
    except NoPython:
        found.append([text])
    return [tuple(statement) for statement in found if statement]


def code(source: Source) -> tuple[Statement, ...]:
    """The statements of a file, or of all cells of a notebook, as far as they may be work."""
    texts = tuple(cell for cell in source.cells if not _NO_PYTHON.match(cell))
    return _code(texts or (source.text,))


@lru_cache(2**5)  # a notebook is looked at again for each exercise in it
def _code(texts: tuple[str, ...]) -> tuple[Statement, ...]:
    found = (statement for text in texts for statement in statements(text))
    return tuple(s for s in found if not any(s[: len(no_work)] == no_work for no_work in _NO_WORK))


def handed_out(wanted: Wanted) -> tuple[Statement, ...]:
    """The statements of the stub as it was handed out."""
    return _handed_out(wanted.handed_out)


@lru_cache(2**6)
def _handed_out(text: str) -> tuple[Statement, ...]:
    return tuple(statements(text))


def definitions(code: Iterable[Statement]) -> dict[str, Statement]:
    """The functions and classes by their names: of several definitions the last one counts."""
    found = {_defined(statement): statement for statement in code}
    return {name: found[name] for name in found if name}


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


def _defined(statement: Statement) -> str:
    words = statement[1:] if statement[0] == "async" else statement
    if words[:1] in (("def",), ("class",)):
        return "".join(words[1:2])
    return words[0] if words[1:3] == ("=", "lambda") else ""
