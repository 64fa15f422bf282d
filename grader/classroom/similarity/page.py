"""Suspicious pairs as one self-contained page: no script, no request, everything in the file.

Names and sources are strangers' text: the environment escapes every value that the template
prints, after control characters and bidirectional overrides became their escapes.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from grader.classroom.similarity import phrases
from grader.classroom.similarity.pairs import Pair
from grader.report import html
from grader.report.safe import clean_line
from grader.report.saving import save

_HERE = Path(__file__).parent
_STYLE = Path(html.__file__).parent / "style.css"


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
    made = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_cleaned,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = _STYLE.read_text(encoding="utf-8") + (_HERE / "page.css").read_text(encoding="utf-8")
    made.globals |= {"style": Markup(style), "phrases": phrases}  # noqa: S704  (both are ours)
    return made.get_template("page.html")


def _cleaned(value: object) -> object:
    return clean_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value
