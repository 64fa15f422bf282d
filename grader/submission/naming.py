"""Which files an import may mean: `import common.ops` the one at `common/ops.py`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping


def named(
    texts: Mapping[str, str], files: Iterable[str], load: Callable[[str], str]
) -> Iterator[str]:
    """Of the `files` those that a text names, part by part, and those that their own texts name.

    The texts stand by their paths, too: what lies beside one need not be named with its folder.
    """
    left = {file: _parts(file) for file in files}
    todo = dict(texts)
    words: set[str] = set()
    while todo and left:
        path, text = todo.popitem()
        known = len(words)
        words.update(path.split("/")[:-1], re.findall(r"\w+", text))
        if len(words) == known:
            continue
        for file in [file for file in left if words.issuperset(left[file])]:
            del left[file]
            yield file
            todo[file] = load(file)


def _parts(file: str) -> list[str]:
    """What an import spells: a package stands for its `__init__.py`."""
    *folders, name = file.removesuffix(".py").split("/")
    return folders if folders and name == "__init__" else [*folders, name]
