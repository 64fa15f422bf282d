"""A course in another language: its texts with their translations in the place of the English.

Translations lie beside what they translate: `solutions/<id>/zh_CN.po` for an exercise, and
`solutions/zh_CN.po` for what `course.toml` says.  What a catalog does not translate, or where there
is none, stays English: a new exercise works at once.

A docstring is translated by paragraphs, with the lines in which its translator wrote them.
"""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterator

from grader.course.exercise import Exercise
from grader.language import Say

Documented = ast.Module | ast.ClassDef | ast.FunctionDef


def exercise(english: Exercise, say: Say) -> Exercise:
    """The exercise with its title, its checks' titles and their hints translated."""
    checks = [
        dataclasses.replace(c, title=say(c.title), hints=tuple(map(say, c.hints)))
        for c in english.checks
    ]
    return dataclasses.replace(english, title=say(english.title), checks=checks)


def docstrings(source: str, say: Say) -> str:
    """The text of a stub or a reference with its docstrings translated."""
    lines = source.split("\n")
    for node in reversed(documented(source)):
        literal = node.body[0]
        english = paragraphs(node)
        said = list(map(say, english))
        if said != english:
            first, last = literal.lineno - 1, (literal.end_lineno or literal.lineno) - 1
            made = _literal("\n\n".join(said), lines[first])
            made[-1] += lines[last].encode()[literal.end_col_offset :].decode()
            lines[first : last + 1] = made
    return "\n".join(lines)


def documented(source: str) -> list[Documented]:
    """The module, its functions, classes and methods that have a docstring, as they stand."""
    return sorted(_documented(ast.parse(source)), key=lambda node: node.body[0].lineno)


def paragraphs(node: Documented) -> list[str]:
    """Those of its docstring, without its indentation."""
    return (ast.get_docstring(node) or "").split("\n\n")


def _documented(tree: ast.Module) -> Iterator[Documented]:
    for node in ast.walk(tree):
        if isinstance(node, Documented) and ast.get_docstring(node):
            yield node


def _literal(text: str, opening: str) -> list[str]:
    """The lines of a docstring; `opening` is the first one of the literal that it replaces."""
    blank = opening[: len(opening) - len(opening.lstrip())]
    raw = opening.lstrip()[0] in "rR"
    first, *others = (text if raw else text.replace("\\", r"\\")).split("\n")
    made = [f'{blank}{"r" if raw else ""}"""{first}', *(blank + line for line in others)]
    if others or first.endswith('"'):
        return [line.rstrip() for line in [*made, f'{blank}"""']]
    return [f'{made[0]}"""']
