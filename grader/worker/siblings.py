"""A submission's other files, importable by their paths from where they are: in the job, not on a
disk."""

from __future__ import annotations

import importlib.abc
import linecache
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType


def install(files: Mapping[str, str], beside: str) -> list[str]:
    """Let `import common.ops` find `files["common/ops.py"]`; returns the names as tracebacks show
    them.

    Installed packages come first: a file named like one does not hide it.  Then comes what lies
    `beside` the exercise's file, which may be `mine/softmax.py`.
    """
    finder = _Finder(dict(files), beside.rpartition("/")[0])
    sys.meta_path.insert(sys.meta_path.index(PathFinder), finder)
    for name, text in files.items():
        show(name, text)
    return list(files)


def show(filename: str, text: str) -> None:
    """Let tracebacks and debuggers show the lines of `filename`."""
    # Not splitlines: only a line feed ends a line of Python, a form feed does not.
    lines = [f"{line}\n" for line in text.split("\n")]
    linecache.cache[filename] = (len(text), None, lines, filename)


class _Finder(importlib.abc.MetaPathFinder):
    """Looks for modules as Python does in folders: a package before a file, a folder without an
    `__init__.py` last."""

    def __init__(self, files: dict[str, str], home: str) -> None:
        self._files = files
        self._home = home

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        found = self._found(fullname, path)
        installed = PathFinder.find_spec(fullname, path) if found else None
        # A folder without a file of its own is no package: `/lib`, where ".." is on `sys.path`.
        return None if installed and installed.origin else found

    def _found(self, fullname: str, path: Sequence[str] | None) -> ModuleSpec | None:
        name = fullname.rpartition(".")[2]
        for folder in self._folders_with(name) if path is None else path:
            at = f"{folder}/{name}".removeprefix("/")
            package = f"{at}/__init__.py"
            if package in self._files:
                return self._spec(fullname, package, self._files[package], at)
            if f"{at}.py" in self._files:
                return self._spec(fullname, f"{at}.py", self._files[f"{at}.py"])
            if any(file.startswith(f"{at}/") for file in self._files):
                return self._spec(fullname, package, "", at)
        return None

    def _folders_with(self, name: str) -> list[str]:
        """Where a module of the name is looked for: beside the exercise's file, at the top, or
        else, as if it were on `sys.path`, in the only other folder that has one."""
        found = set()
        for file in self._files:
            parts = file.removesuffix(".py").split("/")
            found |= {"/".join(parts[:i]) for i, part in enumerate(parts) if part == name}
        first = next((folder for folder in (self._home, "") if folder in found), None)
        if first is not None:
            return [first]
        return list(found) if len(found) == 1 else []

    def _spec(
        self, fullname: str, filename: str, text: str, package: str | None = None
    ) -> ModuleSpec:
        spec = ModuleSpec(fullname, _Loader(filename, text), origin=filename)
        spec.submodule_search_locations = None if package is None else [package]
        spec.has_location = True  # so that the module has a `__file__`
        return spec


class _Loader(importlib.abc.Loader):
    def __init__(self, filename: str, text: str) -> None:
        self._filename = filename
        self._text = text

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._text, self._filename, "exec"), module.__dict__)
