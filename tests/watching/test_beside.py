"""The reference beside a student's own code."""

from __future__ import annotations

import io

from rich.console import Console

from grader.report.layout import Page
from grader.watching.beside import beside

OWN = '''def square(X):
    """The square of each element.

    X: NDArray of any shape.
    """
    Y = X * X
    return Y\x1b[2J
'''
REFERENCE = '''def square(X):
    """The square of each element.

    X: NDArray of any shape.
    """
    # solution: begin
    return X * X
    # solution: end
'''


def drawn(width: int) -> list[str]:
    page = Page.of(Console(file=io.StringIO(), width=width))
    return [line.plain.rstrip() for line in beside(page, OWN, REFERENCE)]


def test_wide() -> None:
    """Line by line, what is in common shortened, the marks left out, controls as text."""
    assert drawn(101)[1:] == [
        "  (3 lines in common)                                (3 lines in common)",
        "      X: NDArray of any shape.                           X: NDArray of any shape.",
        '      """                                                """',
        "      Y = X * X                                          return X * X",
        "      return Y\\x1b[2J",
    ]


def test_narrow() -> None:
    """One below the other."""
    assert drawn(40) == [
        "-- your code ---------------------------",
        "  (3 lines in common)",
        "      X: NDArray of any shape.",
        '      """',
        "      Y = X * X",
        "      return Y\\x1b[2J",
        "",
        "-- the reference -----------------------",
        "  (3 lines in common)",
        "      X: NDArray of any shape.",
        '      """',
        "      return X * X",
    ]
