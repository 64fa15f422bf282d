"""What a text's import statements name, and what they may be left for."""

from __future__ import annotations

import re
import tokenize
from functools import lru_cache

from grader.submission.tokens import NoPython, as_python_reads, tokens

_WORD = re.compile(r"\w+")
_OTHERWISE = re.compile(
    r"\b(?:importlib|__import__|runpy|imp|pkgutil|pydoc|zipimport|load_module|meta_path|exec|eval"
    r"|compile|timeit|cProfile|doctest|unittest|pickle|get_ipython|__all__|resolve"
    r"|_getcategory|search_function)\b|%run\b"
)
"""What runs a file, or a text that may, without such a statement."""


@lru_cache(2**8)  # a helper is looked at again in each exercise that imports it
def words(path: str, text: str) -> frozenset[str]:
    """The words of the import statements; all words of the text where it may import otherwise, or
    where Python's tokens do not tell."""
    text = as_python_reads(text)
    if not _OTHERWISE.search(text) and not (path.endswith(".ipynb") and _hides(text)):
        try:
            return frozenset(_imported(text))
        except NoPython:
            pass
    return frozenset(_WORD.findall(text))


def _imported(text: str) -> list[str]:
    found: list[str] = []
    statement: list[str] = []
    for token in tokens(text):
        if token.type == tokenize.NAME:
            statement.append(token.string)
        elif token.type == tokenize.NEWLINE or token.string in (";", ":"):
            found += statement if "import" in statement else []
            statement = []
    return found + (statement if "import" in statement else [])


def _hides(text: str) -> bool:
    """Whether a line of a notebook that may be no Python may open a string over the next ones."""
    return any(
        (line.lstrip()[:1] in ("/", ",", ";") or any(mark in line for mark in "%!?"))
        and ("'''" in line or '"""' in line or line.endswith("\\"))
        for line in text.split("\n")
    )
