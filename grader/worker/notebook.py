"""A notebook's cells become Python, and what Jupyter brings with it stands still.

IPython's own transformer finds magics and shell lines.  It makes them calls of `get_ipython()`,
and that does nothing here; but `%%time` and its like run what they time, `%run` runs a file that
was handed in, and where there is none it is noted, as `%%writefile` is.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import shlex
import sys
import types
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.magics import TRANSPARENT
from grader.worker import siblings

_RENAMED = {"tqdm_notebook": "tqdm", "tnrange": "trange"}


def prepare(module: types.ModuleType) -> None:
    """Give a notebook's module what Jupyter would, its name, and what shows or does nothing."""
    names = module.__dict__
    names["__name__"] = "__main__"
    sys.modules["__main__"] = module
    names["get_ipython"] = _Shell
    names["display"] = _do_nothing
    # The bars of tqdm.notebook are widgets of a browser; without one they raise.
    sys.modules["tqdm.notebook"] = _Bars("tqdm.notebook")
    checking = types.ModuleType("grader.notebook")
    checking.__dict__["check"] = _do_nothing
    sys.modules["grader.notebook"] = checking


def parse(text: str, filename: str) -> ast.Module:
    """The cell's syntax tree, its lines numbered as in the cell.

    Raises what `ast.parse` raises.
    """
    try:
        return ast.parse(text, filename)
    except SyntaxError as error:
        try:
            python = _without_magics(text)
        except Exception:  # on odd text IPython's transformer raises an IndexError, for example
            raise error from None
    tree = ast.parse(python, filename)
    match tree.body:
        case [ast.Expr(call)] if text.lstrip().startswith("%%") and (
            found := _magic(call, "run_cell_magic")
        ):
            name, line, body = found
            above = "\n" * call.lineno
            if name == "writefile" and line.strip().endswith(".py"):
                return tree
            return parse(above + body if name in TRANSPARENT else "", filename)
    _Unwrapped(filename, text, python).visit(tree)
    return tree


def _without_magics(text: str) -> str:
    """The cell with calls for its magics, on the same lines."""
    lines = text.split("\n")  # the transformer takes leading blank ones away
    blank = next((i for i, line in enumerate(lines) if line.strip()), 0)
    return "\n" * blank + str(_manager().transform_cell(text))


def _transformer() -> Any:
    """IPython's class TransformerManager, without the rest of IPython, which takes ten times as
    long to import.  A submission that imports IPython finds all of it."""
    if "IPython" in sys.modules:  # in a kernel, for example: it must stay there
        return importlib.import_module("IPython.core.inputtransformer2").TransformerManager
    spec = importlib.util.find_spec("IPython")
    assert spec is not None
    package = types.ModuleType("IPython")
    package.__path__ = list(spec.submodule_search_locations or ())
    sys.modules["IPython"] = package
    try:
        return importlib.import_module("IPython.core.inputtransformer2").TransformerManager
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == "IPython"]:
            del sys.modules[name]


_TRANSFORMER = _transformer()
"""Imported here, in the process that forks: many notebooks hold a magic."""


def _manager() -> Any:
    """A transformer in which a shell command that goes on over several lines keeps as many."""
    manager = _TRANSFORMER()
    transform = manager.do_one_token_transform

    def keeping_lines(lines: list[str]) -> tuple[bool, list[str]]:
        changed, made = transform(lines)
        lost = len(lines) - len(made)
        if changed and lost > 0:
            pairs = enumerate(zip(lines, made, strict=False))
            place = next((i for i, (old, new) in pairs if old != new), 0) + 1
            made = [*made[:place], *["\n"] * lost, *made[place:]]
        return changed, made

    manager.do_one_token_transform = keeping_lines
    return manager


class _Unwrapped(ast.NodeTransformer):
    """`%time x = f()` is `x = f()`; what was written as a call with a text stays that."""

    def __init__(self, filename: str, text: str, python: str) -> None:
        self._filename = filename
        pairs = enumerate(zip(text.split("\n"), python.split("\n"), strict=False), 1)
        self._magics = {
            number
            for number, (before, after) in pairs
            if before.lstrip().startswith("%") and after.lstrip().startswith("get_ipython()")
        }

    def visit_Expr(self, node: ast.Expr) -> Any:
        found = _magic(node.value, "run_line_magic")
        if node.lineno not in self._magics or not found or found[0] not in TRANSPARENT:
            return node
        try:
            body = ast.parse("\n" * (node.lineno - 1) + found[1], self._filename).body
        except SyntaxError:  # an option of the magic, such as `%timeit -n 10 f()`
            return node
        return body or node


def _magic(call: ast.expr, method: str) -> list[str]:
    """The arguments of `get_ipython().method("...", "...")`; none if `call` is not that."""
    match call:
        case ast.Call(ast.Attribute(ast.Call(ast.Name("get_ipython")), attr), args) if (
            attr == method
        ):
            return [str(a.value) for a in args if isinstance(a, ast.Constant)]
    return []


def _do_nothing(*_: Any, **__: Any) -> None:
    return None


class Skipped(Exception):
    """`%run` would have defined what a file holds that is not here, or `%%writefile` made one."""


class _Shell:
    """What `get_ipython()` returns: whatever is asked of it, it does not do."""

    @staticmethod
    def run_line_magic(name: str, line: str = "", *_: Any, **__: Any) -> None:
        """Do what the next cells may need: run a file that was handed in, too, and give the name
        that another magic is there for.  Raises Skipped, and what the file raised."""
        names = vars(sys.modules["__main__"])
        if name == "run":
            try:
                siblings.run(_file_of(line), names)
            except siblings.NotHandedIn:
                raise Skipped from None
        if name == "pylab":
            names["np"] = np

    @staticmethod
    def run_cell_magic(name: str, *_: Any, **__: Any) -> None:
        """The same of a whole cell's.  Raises Skipped."""
        if name == "writefile":
            raise Skipped

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return _no_lines if name == "getoutput" else _do_nothing


def _file_of(line: str) -> str:
    """What `%run` is to run; nothing where that is not to be told."""
    try:
        words = shlex.split(line)
    except ValueError:  # a quote is open
        return ""
    return next((word for word in words if not word.startswith("-")), "")


def _no_lines(*_: Any, **__: Any) -> list[str]:
    return []


class _Bars(types.ModuleType):
    """`tqdm.notebook`, whose bars are those of a terminal."""

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module("tqdm"), _RENAMED.get(name, name))
