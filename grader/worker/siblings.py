"""A submission's other files, importable by their paths from where they are: in the job, not on a
disk."""

from __future__ import annotations
import __future__

import ast
import importlib.abc
import linecache
import posixpath
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

_WITHIN = re.compile(r"^[ \t]*(?:from|import)[ \t]+(\w+)\.(\w+)", re.MULTILINE)
"""`from exercises.data_iter import data_iter`."""
_FUTURE = sum(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)


class NotHandedIn(Exception):
    """There is no such file among the submission's."""


def install(files: Mapping[str, str], beside: str, sources: Iterable[str]) -> list[str]:
    """Let `import common.ops` find `files["common/ops.py"]`; returns the names as tracebacks show
    them.

    Installed packages come first: a file named like one does not hide it.  Then comes what lies
    `beside` the exercise's file, which may be `mine/softmax.py`.  Where these `sources` import
    `exercises.ops` and there is no such folder, it is the one that all of this lies in.
    """
    home = beside.rpartition("/")[0]
    found = (_WITHIN.findall(text) for text in [*sources, *files.values()])
    above = {name for pairs in found for name, sub in pairs if _at(home, f"{sub}.py") in files}
    finder = _Finder(dict(files), home, above)
    sys.meta_path.insert(sys.meta_path.index(PathFinder), finder)
    for name, text in files.items():
        show(name, text)
    return list(files)


def run(file: str, names: dict[str, Any]) -> None:
    """Do what a notebook's `%run` does: run the file as a program and give `names` what it defines.

    Raises NotHandedIn, and what a statement of it raised.
    """
    finder = next(finder for finder in sys.meta_path if isinstance(finder, _Finder))
    text, filename = finder.program(file)
    program = ModuleType("__main__")
    raised: BaseException | None = None
    try:
        raised = _execute(text, filename, program.__dict__)
    except SystemExit as end:
        raised = end
    names |= {name: value for name, value in vars(program).items() if not name.startswith("__")}
    if raised:
        raise raised


def show(filename: str, text: str) -> None:
    """Let tracebacks and debuggers show the lines of `filename`."""
    # Not splitlines: only a line feed ends a line of Python, a form feed does not.
    lines = [f"{line}\n" for line in text.split("\n")]
    linecache.cache[filename] = (len(text), None, lines, filename)


class _Finder(importlib.abc.MetaPathFinder):
    """Looks for modules as Python does in folders: a package before a file, a folder without an
    `__init__.py` last."""

    def __init__(self, files: dict[str, str], home: str, above: set[str]) -> None:
        self._files = files
        self._home = home
        self._above = above
        """Names of the folder that holds all of them, whatever it was called."""

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
            at = _at(folder, name)
            package = f"{at}/__init__.py"
            if package in self._files:
                return self._spec(fullname, package, self._files[package], at)
            if f"{at}.py" in self._files:
                return self._spec(fullname, f"{at}.py", self._files[f"{at}.py"])
            if any(file.startswith(f"{at}/") for file in self._files):
                return self._spec(fullname, package, "", at)
        if path is None and name in self._above:
            package = _at(self._home, "__init__.py")
            return self._spec(fullname, package, self._files.get(package, ""), self._home)
        return None

    def program(self, file: str) -> tuple[str, str]:
        """The text of the file that is meant, and its path: from beside the exercise's file, or
        from the top.  Raises NotHandedIn."""
        for folder in (self._home, ""):
            path = posixpath.normpath(_at(folder, file))
            for name in (path, f"{path}.py"):
                if name in self._files:
                    return self._files[name], name
        raise NotHandedIn(file)

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
    """Runs a file and goes on behind a statement that raises, as the exercise's file is run: it may
    be a demonstration.  What the file lacks in the end raises the same."""

    def __init__(self, filename: str, text: str) -> None:
        self._filename = filename
        self._text = text

    def exec_module(self, module: ModuleType) -> None:
        raised = _execute(self._text, self._filename, module.__dict__)
        if raised and "__getattr__" not in module.__dict__:
            module.__dict__["__getattr__"] = _lacking(module.__name__, raised)


def _execute(text: str, filename: str, names: dict[str, Any]) -> Exception | None:
    """Run the statements; what the first one raised that did."""
    whole = compile(text, filename, "exec", dont_inherit=True)
    raised: Exception | None = None
    for node in ast.parse(text, filename).body:
        statement = ast.Module([node], type_ignores=[])
        flags = whole.co_flags & _FUTURE
        code = compile(statement, filename, "exec", flags=flags, dont_inherit=True)
        try:
            exec(code, names)
        except Exception as error:
            raised = raised or error
    return raised


def _lacking(module: str, raised: Exception) -> Callable[[str], Any]:
    """What a module says that has not the name because of what one of its statements raised."""

    def lacks(name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        raise raised

    return lacks


def _at(folder: str, name: str) -> str:
    return f"{folder}/{name}".removeprefix("/")
