"""A source's fingerprints, by copydetect (https://github.com/blingenf/copydetect).

copydetect looks at characters. A token therefore becomes one character of an alphabet that the
whole class shares, and a fingerprint is LENGTH tokens. All of them are kept (a winnowing window of
1): the sources are short, and copydetect's hashes differ from one process to the next, so that a
wider window would choose others, and find others, at each run.
"""

from __future__ import annotations

import io
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from copydetect import CodeFingerprint  # type: ignore[import-untyped]  # has no type hints
from copydetect.utils import (  # type: ignore[import-untyped]  # as above
    get_token_coverage,
    hashed_kgrams,
)

from grader.classroom.similarity import tokens

LENGTH = 12
"""Tokens in a fingerprint: about half a statement, such as `X.max(axis=1, keepdims=True)`."""

_FIRST = 0x10000
"""Of the characters that stand for tokens; none of them is anything to copydetect."""


@dataclass(frozen=True)
class Print:
    """One source: its text, its fingerprints in their order, and where each of them is."""

    text: str
    lines: list[int]
    grams: list[int]
    code: CodeFingerprint

    @property
    def where(self) -> dict[int, list[int]]:
        """At which tokens each fingerprint begins."""
        return self.code.hash_idx  # type: ignore[no-any-return]  # copydetect has no annotations


class Press:
    """Makes fingerprints that can be compared with each other."""

    def __init__(self) -> None:
        self._alphabet: dict[str, str] = {}

    def fingerprint(self, source: str) -> Print:
        """Return the fingerprints of `source`; none where it has fewer than LENGTH tokens."""
        source = source.replace("\r\n", "\n").replace("\r", "\n")
        read = tokens.read(source)
        text = "".join(self._character(symbol) for symbol in read.symbols)
        code = CodeFingerprint("", LENGTH, 1, filter=False, fp=io.StringIO(text, newline=""))
        return Print(source, read.lines, hashed_kgrams(text, LENGTH).tolist(), code)

    def _character(self, symbol: str) -> str:
        return self._alphabet.setdefault(symbol, chr(_FIRST + len(self._alphabet)))


def own_tokens(made: Print, counted: AbstractSet[int]) -> int:
    """Return how many tokens stand in fingerprints that are `counted`, not common to all.

    copydetect's parameter `boilerplate` would leave out the others, but takes each fingerprint to
    be there once.
    """
    where = {gram: at for gram, at in made.where.items() if gram in counted}
    return int(get_token_coverage(where, LENGTH, len(made.lines)))
