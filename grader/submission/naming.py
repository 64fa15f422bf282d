"""Which files an import may mean: `import common.ops` the one at `common/ops.py`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping


def every_word(_path: str, text: str) -> Iterable[str]:
    """All words of a text."""
    return re.findall(r"\w+", text)


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
    words: set[str] = set()
    folders: set[str] = set()
    while todo and left:
        path, text = todo.popitem()
        known = len(words) + len(folders)
        words.update(path.split("/")[:-1], words_of(path, text))
        folders.update(words, every_word(path, text))
        if len(words) + len(folders) == known:
            continue
        for file in [
            f for f, (*above, last) in left.items() if last in words and folders >= {*above}
        ]:
            del left[file]
            yield file
            todo[file] = load(file)


def _parts(file: str) -> list[str]:
    """What an import spells: a package stands for its `__init__.py`."""
    *folders, name = file.removesuffix(".py").split("/")
    return folders if folders and name == "__init__" else [*folders, name]
