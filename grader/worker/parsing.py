"""A source's files, or a notebook's cells, become syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from grader.magics import COMMAND
from grader.worker import notebook
from grader.worker.protocol import Job

NO_PYTHON = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What parsing and compiling raise."""

Parsed = dict[str, ast.Module | BaseException]
"""By name; what parsing a cell raised in place of its tree."""


def parsed(texts: Mapping[str, str], *, cells: bool) -> Parsed:
    """The trees of these files, or cells.

    Raises:
        SyntaxError, ValueError, RecursionError, MemoryError: a file is no Python.
    """
    return _cells(texts) if cells else _files(texts)


def commands(job: Job) -> Iterator[SyntaxError]:
    """What Python says of a file that holds a notebook's commands and is read without them."""
    if not job.cells and COMMAND.search(job.source):
        try:
            ast.parse(job.source, job.filename)
        except SyntaxError as error:
            yield error


def _files(texts: Mapping[str, str]) -> Parsed:
    return {
        name: notebook.parse(text, name) if COMMAND.search(text) else ast.parse(text, name)
        for name, text in texts.items()
    }


def _cells(texts: Mapping[str, str]) -> Parsed:
    found: Parsed = {}
    for name, text in texts.items():
        try:
            found[name] = notebook.parse(text, name)
        except SyntaxError as error:
            found[name] = error
        except NO_PYTHON as error:
            found[name] = SyntaxError(f"{type(error).__name__}: {error}", (name, 1, 1, ""))
    return found
