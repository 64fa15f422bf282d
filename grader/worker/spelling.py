"""Where a source spells the names of what is its own work to do."""

from __future__ import annotations

import ast

from grader.course.own_work import matches, spelled
from grader.worker.protocol import Use, short

_MOST = 20


def uses(tree: ast.Module, text: str, own_work: list[str]) -> list[Use]:
    """Where the source spells a name of `own_work`, as an attribute, an import or a string."""
    patterns = spelled(own_work)
    # Not splitlines: only a line feed ends a line of Python, a form feed does not.
    lines = text.split("\n")
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            names = [node.attr]
        elif isinstance(node, ast.ImportFrom):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            names = [node.value] if node.value.isidentifier() else []
        else:
            continue
        for name in names:
            if any(matches(name, pattern) for pattern in patterns):
                source = lines[node.lineno - 1].strip() if node.lineno <= len(lines) else ""
                found.append(Use(short(name), node.lineno, source[:200]))
    return sorted(found, key=lambda use: use.line)[:_MOST]
