"""The names that a text defines, and those that it takes from a solution."""

from __future__ import annotations

import ast
from collections.abc import Collection


def defined(text: str) -> set[str]:
    """The names that a module's own statements define, or may define; not those it imports."""
    names = set()
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        else:
            names |= {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
    return names


def called(checks: str, stubs: Collection[str]) -> dict[str, set[str]]:
    """For each function of a `checks.py`, the stubs that it calls: taken from `solution` by the
    function itself or by a helper that it names."""
    functions = {n.name: n for n in ast.parse(checks).body if isinstance(n, ast.FunctionDef)}
    found = {name: _taken(node).intersection(stubs) for name, node in functions.items()}
    for name in functions:
        reached, ahead = {name}, [name]
        while ahead:
            further = _named(functions[ahead.pop()]).intersection(functions) - reached
            reached |= further
            ahead += further
        found[name] = set().union(*(found[other] for other in reached))
    return found


def _taken(node: ast.FunctionDef) -> set[str]:
    parts = (inner for inner in ast.walk(node) if isinstance(inner, ast.Attribute))
    return {
        part.attr
        for part in parts
        if isinstance(part.value, ast.Name) and part.value.id == "solution"
    }


def _named(node: ast.FunctionDef) -> set[str]:
    """The names that it reads and has not bound itself."""
    parts = list(ast.walk(node))
    names = [part for part in parts if isinstance(part, ast.Name)]
    bound = {name.id for name in names if isinstance(name.ctx, ast.Store)}
    bound |= {part.arg for part in parts if isinstance(part, ast.arg)}
    return {name.id for name in names} - bound
