"""What of a file is work: its code.  Docstrings and comments are not, for a stub has them in each
of the languages in which it is handed out."""

from __future__ import annotations

import io
import tokenize

_NO_CODE = (tokenize.COMMENT, tokenize.NL, tokenize.ENCODING, tokenize.ENDMARKER)
_BEFORE_A_STATEMENT = (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)


def same_code(text: str, other: str) -> bool:
    """Whether two texts hold the same code."""
    return text == other or _code(text) == _code(other)


def _code(text: str) -> list[str]:
    """The tokens without comments, and without strings that are statements.

    By tokens, not by a syntax tree: building one of a hostile text is not safe in the judge.  A
    text that is no Python is work as it stands.
    """
    found: list[tokenize.TokenInfo] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type in _NO_CODE:
                continue
            if token.type == tokenize.NEWLINE and _is_docstring(found):
                found.pop()
                continue
            found.append(token)
    except (tokenize.TokenError, SyntaxError):
        return [text]
    return [token.string for token in found]


def _is_docstring(found: list[tokenize.TokenInfo]) -> bool:
    """Whether the statement that has just ended is a string and nothing else."""
    before = found[-2].type if found[1:] else tokenize.NEWLINE
    return bool(found) and found[-1].type == tokenize.STRING and before in _BEFORE_A_STATEMENT
