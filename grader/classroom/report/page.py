"""A class as one self-contained page: no script, no request, everything in the file.

It has the look of a student's report (grader/report/html/style.css). Names, titles and causes are
strangers' text: the environment escapes every value that the template prints, after control
characters and bidirectional overrides became their escapes.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from jinja2 import Template

from grader.classroom.analysis import ENOUGH, Analysis
from grader.classroom.marks import cells
from grader.classroom.report import phrases
from grader.language import joined
from grader.report.html import pages
from grader.report.saving import save

_HERE = Path(__file__).parent


def write(analysis: Analysis, path: str | os.PathLike[str]) -> None:
    """Write the page to `path` as a whole or not at all, making its folders.

    Raises OSError with one sentence that names the path and the reason.
    """
    save((piece.encode("utf-8") for piece in _template().generate(analysis=analysis)), path)


@cache
def _template() -> Template:
    made = pages.environment(_HERE, "page.css")
    made.globals |= {
        "joined": joined,
        "phrases": phrases,
        "cells": cells,
        "enough": ENOUGH,
    }
    return made.get_template("page.html")
