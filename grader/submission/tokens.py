"""A text's tokens, as Python has them; a stranger's text takes no longer than another."""

from __future__ import annotations

import io
import re
import tokenize
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

_PATIENCE = 2**20
"""Characters.  Where nothing begins that Python knows, `tokenize` has looked through the rest of
the line, does so again at the next character, and would read a MiB of `\\'` for hours."""
_COPIES = 2**31
"""Characters.  Python 3.12, before 3.12.4, copies the line for each token in it, which of a MiB in
one line takes minutes, and as many GiB where the tokens are kept."""
_MOST = 2**17
"""Tokens: ten times those of a long library in one file, told apart within a second."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class NoPython(Exception):
    """The text is no Python further on, as far as it was looked at."""


def tokens(text: str) -> Iterator[tokenize.TokenInfo]:
    """The tokens, one after the other.  Raises NoPython behind the last that there is."""
    left, room, line = _PATIENCE, _COPIES, ""
    try:
        found = tokenize.generate_tokens(io.StringIO(text).readline)
        for token in islice(found, _MOST):
            if token.line is not line:
                line = token.line
                room -= len(line)
            if token.type == tokenize.ERRORTOKEN:
                left -= len(line) - token.start[1]
            if left < 0 or room < 0:
                raise NoPython
            yield tokenize.TokenInfo(*token[:4], line="")
        if next(found, None):
            raise NoPython
    except (tokenize.TokenError, SyntaxError):
        raise NoPython from None


def as_python_reads(text: str) -> str:
    """Names in the form in which Python compares them: with a wide `e`, `exec` is the same."""
    return _NOT_ASCII.sub(lambda letter: _plain(letter[0]), text)


@lru_cache(2**12)
def _plain(letter: str) -> str:
    """The letter in that form.  One by one: thousands of accents in a row would take minutes.  What
    no name may hold stays as it is, for a wide quote ends no string."""
    return unicodedata.normalize("NFKC", letter) if f"a{letter}".isidentifier() else letter
