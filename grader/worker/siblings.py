"""A submission's other files, importable by name from where they are: in the job, not on a disk."""

from __future__ import annotations

import importlib.abc
import importlib.util
import linecache
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType


def install(files: Mapping[str, str]) -> list[str]:
    """Let `import helper` find `files["helper.py"]`; returns the names as tracebacks show them.

    Installed packages come first: a file named like one does not hide it.
    """
    sys.meta_path.append(_Finder(dict(files)))
    for name, text in files.items():
        show(name, text)
    return list(files)


def show(filename: str, text: str) -> None:
    """Let tracebacks and debuggers show the lines of `filename`."""
    # Not splitlines: only a line feed ends a line of Python, a form feed does not.
    lines = [f"{line}\n" for line in text.split("\n")]
    linecache.cache[filename] = (len(text), None, lines, filename)


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, files: dict[str, str]) -> None:
        self._files = files

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        filename = f"{fullname}.py"
        if path is not None or filename not in self._files:
            return None
        loader = _Loader(filename, self._files[filename])
        return importlib.util.spec_from_loader(fullname, loader, origin=filename)


class _Loader(importlib.abc.Loader):
    def __init__(self, filename: str, text: str) -> None:
        self._filename = filename
        self._text = text

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._text, self._filename, "exec"), module.__dict__)
