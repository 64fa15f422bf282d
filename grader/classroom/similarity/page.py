"""Suspicious pairs as one self-contained page: no script, no request, everything in the file.

Names and sources are strangers' text: the environment escapes every value that the template
prints, after control characters and bidirectional overrides became their escapes.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Template

from grader.classroom.similarity import phrases
from grader.classroom.similarity.pairs import Pair
from grader.report.html import pages
from grader.report.saving import save

_HERE = Path(__file__).parent


def write(pairs: Sequence[Pair], students: int, path: str | os.PathLike[str]) -> None:
    """Write the page to `path` as a whole or not at all, making its folders.

    Raises OSError with one sentence that names the path and the reason.
    """
    save((render(pairs, students).encode("utf-8"),), path)


def render(pairs: Sequence[Pair], students: int) -> str:
    """Return the page."""
    return _template().render(pairs=pairs, students=students)


@cache
def _template() -> Template:
    made = pages.environment(_HERE, "page.css")
    made.globals["phrases"] = phrases
    return made.get_template("page.html")
