"""Submissions as notebooks, one cell for each exercise; with nbgrader's marks on request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from benchmarks.rivals.kit import Kit

_SET_UP = """\
import mxnet
from benchmarks.rivals import checking as benchmark
# MXNet greets on standard error at its first array, and to nbgrader that is a failed check.
mxnet.nd.array([0])
"""


def notebook(parts: Mapping[str, str]) -> str:
    """The text of a notebook with the source of each exercise in a cell."""
    return _text(new_code_cell(source) for source in parts.values())


def assignment(parts: Mapping[str, str], kit: Kit) -> str:
    """The same as an assignment of nbgrader's: a cell with points for each check."""
    cells = [_marked(_SET_UP, "set_up", locked=True)]
    for exercise, part in kit.items():
        cells.append(_marked(parts[exercise], exercise, solution=True))
        for name, asked in part.asked.items():
            test = f"benchmark.check({exercise!r}, {name!r}, globals())"
            mark = f"{exercise}-{name}"
            cells.append(_marked(test, mark, locked=True, grade=True, points=asked.points))
    return _text(cells)


def _marked(source: str, name: str, **marks: float) -> NotebookNode:
    fixed = {"schema_version": 3, "grade_id": name, "task": False}
    unset = {"grade": False, "locked": False, "solution": False}
    return new_code_cell(source, metadata={"nbgrader": {**fixed, **unset, **marks}})


def _text(cells: Iterable[NotebookNode]) -> str:
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    document = new_notebook(cells=list(cells), metadata={"kernelspec": kernel})
    for number, cell in enumerate(document.cells):
        cell["id"] = f"cell{number}"  # a random one otherwise
    return str(nbformat.writes(document))
