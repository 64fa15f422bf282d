"""What students do to a copy so that it does not look like one."""

from __future__ import annotations

import ast
import builtins
import keyword
from collections.abc import Mapping


class _Renamed(ast.NodeTransformer):
    """All names that the source itself gives have others; what others call stays."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.copy_location(ast.Name(self.names.get(node.id, node.id), node.ctx), node)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return ast.copy_location(ast.arg(self.names.get(node.arg, node.arg)), node)

    def visit_Nonlocal(self, node: ast.Nonlocal) -> ast.Nonlocal:
        return ast.Nonlocal([self.names.get(name, name) for name in node.names])


def disguised(source: str) -> str:
    """Return `source` with other local names, no comments, other docstrings, and its functions in
    the opposite order; it does the same."""
    tree = ast.parse(source)
    local = {
        node.id
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    taken = {node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg}
    top = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    names = sorted(local - taken - top - set(dir(builtins)) - set(keyword.kwlist))
    tree = _Renamed({name: f"my_{number}" for number, name in enumerate(names)}).visit(tree)
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    others = iter(functions[::-1])
    tree.body = [next(others) if node in functions else node for node in tree.body]
    for function in functions:
        if ast.get_docstring(function):
            function.body[0] = ast.Expr(ast.Constant("I wrote this."))
    return "# my own work\n" + ast.unparse(ast.fix_missing_locations(tree)) + "\n"
