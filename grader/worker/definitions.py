"""How a source defines its stubs: with an empty body, more than once, or where no check looks."""

from __future__ import annotations

import ast
import symtable
from collections.abc import Collection, Iterable, Iterator, Sequence
from types import FunctionType
from typing import Any

from grader.worker.protocol import empty

_Definition = ast.FunctionDef | ast.ClassDef
_BASES = frozenset(["object", "Block", "HybridBlock", "Initializer"])
"""From these a class inherits nothing that could be the work."""


class _Bare:
    def __init__(self) -> None:
        pass


_ALWAYS = frozenset(vars(_Bare))
"""The names in a class that holds `__init__` alone."""


def drop_stubs_below(trees: Iterable[ast.Module], stubs: Collection[str]) -> None:
    """Let no stub that is unfilled take the place of one that is filled in above it."""
    filled = set[str]()
    for tree in trees:
        for node in [node for node in of(tree) if node.name in stubs]:
            if not _is_unfilled(node):
                filled.add(node.name)
            elif node.name in filled:
                tree.body.remove(node)


def mark_empty(tree: ast.Module, stubs: Collection[str]) -> None:
    """Let each stub that does nothing raise NotImplementedError, as it did when handed out."""
    for node in of(tree):
        if node.name in stubs and _is_empty(node):
            last = node.body[-1]
            said = ast.Constant(empty(node.name))
            call = ast.Call(ast.Name("NotImplementedError", ast.Load()), [said], [])
            node.body = [_placed(ast.Raise(call), last)]
            if isinstance(node, ast.ClassDef):
                anything = ast.arguments([], [], ast.arg("_"), [], [], ast.arg("__"), [])
                node.body = [_placed(ast.FunctionDef("__init__", anything, node.body, []), last)]


def unmark_filled(found: Iterable[Any]) -> None:
    """Let a class that was empty where it was defined raise nothing if it was filled in later, by
    `Net.forward = ...` or by `class Net(Net):`."""
    for made in (made for made in found if isinstance(made, type)):
        for cls in made.__mro__:
            init = vars(cls).get("__init__")
            ours = isinstance(init, FunctionType) and empty(cls.__name__) in init.__code__.co_consts
            if ours and (cls is not made or vars(cls).keys() - _ALWAYS):
                delattr(cls, "__init__")


def of(tree: ast.Module) -> Iterator[_Definition]:
    """The functions and classes at the top level."""
    return (node for node in tree.body if isinstance(node, _Definition))


def needed(trees: Sequence[ast.Module], stubs: Collection[str]) -> set[ast.stmt]:
    """Of a file's statements those that import or define, and those that bind or change what these
    ask for, or a stub: all but demonstrations."""
    statements = [node for tree in trees for node in tree.body]
    kept: set[ast.stmt] = {
        node for node in statements if isinstance(node, _Definition | ast.Import | ast.ImportFrom)
    }
    modules = set[str]().union(*(_bound(n) for n in kept if not isinstance(n, _Definition)))
    wanted = set(stubs).union(*map(_asked, kept))
    while found := {
        node
        for node in statements
        if node not in kept
        and not (wanted.isdisjoint(_bound(node)) and wanted.isdisjoint(_called(node) - modules))
    }:
        kept |= found
        wanted |= {part.id for n in found for part in ast.walk(n) if isinstance(part, ast.Name)}
    return kept


def _asked(node: ast.stmt) -> set[str]:
    """What the statement asks the module for; nothing where it is none that could run."""
    try:
        return _globals(symtable.symtable(ast.unparse(node), "definition", "exec"))
    except (SyntaxError, ValueError, RecursionError):
        return set()


def _globals(table: symtable.SymbolTable) -> set[str]:
    """What functions and classes in it ask the module for."""
    asked = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()}
    return asked.union(*map(_globals, table.get_children()))


def _bound(node: ast.stmt) -> set[str]:
    """The names to which it may give something, or something within."""
    names = set()
    for part in ast.walk(node):
        match part:
            case ast.Name(name, ast.Store()) | ast.alias(_, str(name)) | ast.alias(name, None):
                names.add(name)
            case ast.FunctionDef(name) | ast.ClassDef(name):
                names.add(name)
            case ast.Attribute(within, _, ast.Store()) | ast.Subscript(within, _, ast.Store()):
                names.add(_base(within))
    return names


def _called(node: ast.stmt) -> set[str]:
    """The names of what it may change by a method whose answer it drops: `layers.append(...)`."""
    return {
        _base(part.value.func.value)
        for part in ast.walk(node)
        if isinstance(part, ast.Expr)
        and isinstance(part.value, ast.Call)
        and isinstance(part.value.func, ast.Attribute)
    }


def _base(expression: ast.expr) -> str:
    """`nd` of `nd.NDArray` and of `nd[0]`."""
    while isinstance(expression, ast.Attribute | ast.Subscript):
        expression = expression.value
    return expression.id if isinstance(expression, ast.Name) else ""


def inside(tree: ast.Module, stubs: Collection[str]) -> Iterator[tuple[_Definition, ast.stmt]]:
    """The stubs that are defined deeper, each with the statement at the top level around it."""
    for outer in tree.body:
        for node in ast.walk(outer):
            if node is not outer and isinstance(node, _Definition) and node.name in stubs:
                yield node, outer


def _placed(made: ast.stmt, there: ast.stmt) -> ast.stmt:
    return ast.fix_missing_locations(ast.copy_location(made, there))


def _is_empty(node: _Definition) -> bool:
    """Whether it does nothing, and nothing that it inherits or is wrapped in does."""
    if node.decorator_list:
        return False
    if isinstance(node, ast.FunctionDef):
        return all(map(_does_nothing, node.body))
    return all(_name(base) in _BASES for base in node.bases) and all(
        _is_empty(part) if isinstance(part, ast.FunctionDef) else _does_nothing(part)
        for part in node.body
    )


def _is_unfilled(node: _Definition) -> bool:
    """Whether it is empty, or answers nothing and ends in a NotImplementedError."""
    parts = list(ast.walk(node))
    if any(isinstance(part, ast.Return | ast.Yield | ast.YieldFrom) for part in parts):
        return _is_empty(node)
    last: ast.stmt = node
    while isinstance(last, _Definition):
        last = last.body[-1]
    names = [part.id for part in ast.walk(last) if isinstance(part, ast.Name)]
    raises = isinstance(last, ast.Raise) and "NotImplementedError" in names
    return raises or _is_empty(node)


def _name(base: ast.expr) -> str:
    match base:
        case ast.Name(name) | ast.Attribute(_, name):
            return str(name)
    return ""


def _does_nothing(statement: ast.stmt) -> bool:
    match statement:
        case ast.Pass() | ast.Expr(ast.Constant()) | ast.Return(None | ast.Constant(None)):
            return True
    return False
