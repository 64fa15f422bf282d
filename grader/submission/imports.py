"""What a text's import statements name, what they may be left for, and which files are meant:
`import common.ops` may mean the one at `common/ops.py`."""

from __future__ import annotations

import re
import tokenize
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from grader.submission.tokens import NoPython, as_python_reads, tokens

_WORD = re.compile(r"\w+")
_OTHERWISE = re.compile(
    r"\b(?:importlib|__import__|runpy|imp|pkgutil|pydoc|zipimport|load_module|meta_path|exec|eval"
    r"|compile|timeit|cProfile|doctest|unittest|pickle|get_ipython|__all__|resolve"
    r"|_getcategory|search_function)\b|%run\b"
)
"""What runs a file, or a text that may, without such a statement."""


def every_word(_path: str, text: str) -> Iterable[str]:
    """All words of a text."""
    return _WORD.findall(text)


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
    return frozenset(every_word(path, text))


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


def named(
    texts: Mapping[str, str],
    files: Iterable[str],
    load: Callable[[str], str],
    words_of: Callable[[str, str], Iterable[str]] = every_word,
) -> Iterator[str]:
    """Of the `files` those that a text names, part by part, and those that their own texts name.

    The texts stand by their paths, too: what lies beside one need not be named with its folder.
    `words_of` says which words of the text at a path may name a file; its folders, which may be on
    `sys.path`, any word does.
    """
    left = {file: _parts(file) for file in files}
    todo = dict(texts)
    spelled: set[str] = set()
    folders: set[str] = set()
    while todo and left:
        path, text = todo.popitem()
        known = len(spelled) + len(folders)
        spelled.update(path.split("/")[:-1], words_of(path, text))
        folders.update(spelled, every_word(path, text))
        if len(spelled) + len(folders) == known:
            continue
        for file in [
            f for f, (*above, last) in left.items() if last in spelled and folders >= {*above}
        ]:
            del left[file]
            yield file
            todo[file] = load(file)


def _parts(file: str) -> list[str]:
    """What an import spells: a package stands for its `__init__.py`."""
    *folders, name = file.removesuffix(".py").split("/")
    return folders if folders and name == "__init__" else [*folders, name]
