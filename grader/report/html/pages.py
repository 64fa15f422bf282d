"""What all pages share: one file that asks the network for nothing and runs no script.

What a template prints is cleaned and then escaped, all of it.  The policy in `head.html` forbids
scripts and requests besides.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grader.language import _, spoken, tag
from grader.report import words
from grader.report.safe import clean_line

_HERE = Path(__file__).parent


def environment(
    folder: Path, style: str = "", cleaned: Callable[[str], str] = clean_line
) -> Environment:
    """An environment for the templates in `folder`, which include `head.html` after setting
    `title`; `style` is a file there that adds to the common style."""
    sheets = [_HERE / "style.css", *([folder / style] if style else [])]
    made = Environment(
        loader=FileSystemLoader([folder, _HERE]),
        autoescape=True,
        finalize=lambda value: _finalised(value, cleaned),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    text = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    made.globals |= {
        "style": Markup(text),  # noqa: S704  (the sheets are ours)
        "_": _,
        "counted": words.counted,
        "words": words,
        "lang": lambda: tag(spoken()),
    }
    made.filters["percent"] = _percent
    return made


def _percent(share: float) -> str:
    """The length of a bar; 99.97 is not drawn as full."""
    return f"{math.floor(1000 * share) / 10}%"


def _finalised(value: object, cleaned: Callable[[str], str]) -> object:
    return cleaned(value) if isinstance(value, str) and not isinstance(value, Markup) else value
