"""A docstring becomes Markdown, its formulas LaTeX.

Docstrings are plain text for an editor: paragraphs, lines that each explain a parameter, and
indented formulas.  How a formula is set cannot be told from that, so the author says it in
`solutions/<id>/formulas.toml`: a table of the docstrings' own words and their LaTeX.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from pathlib import Path

from grader.course import toml
from grader.course.loading import CourseError

_EXPLAINS = re.compile(
    r"(?:[a-z]\w*|[A-Z])(?:, \w+)*(?:: |\uff1a)|Returns |Raises |Yields |返回|抛出|产生", re.ASCII
)
"""How a line begins that says what a parameter is, or what comes back; in Chinese, too."""
_ENDS = re.compile(r"[.:;,\u3002\uff1a\uff1b)]$")
"""How the line before it ends: within a sentence, `copied: the answer is x` explains nothing."""
_NAMES = re.compile(r"^((?:\w+, )*\w+)(?=: |\uff1a)", re.ASCII)
_LABEL = re.compile(
    r"^([A-Z][a-z]{3,}(?: [a-z]+)?:(?= )|(?:例|附加分|提示|注意|训练|预测)(?=\uff1a))"
)
"""How a paragraph begins that is an example, a hint, ...; a full-width colon that stood within the
asterisks would keep Markdown from seeing where they end."""
_CHINESE_LINES = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])")
"""Where lines are joined without a blank."""
_SPECIAL = re.compile(r"([\\$<~]|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])|(?<! )\*|\*(?! )|(?<=\])\()")
"""What Markdown, or the LaTeX in it, would take for more than a character."""
_CODE = re.compile(r"(`[^`]+`)")
_LISTED = re.compile(r"^([-+#>]|\d+[.)])(?= )")

Formulas = Mapping[str, str]
"""LaTeX by the words that stand for it; the words' blanks and line ends are one space each."""


def read_formulas(path: Path) -> Formulas:
    """Those in `path`; none where there is no file.  Raises CourseError."""
    try:
        table = toml.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, toml.TOMLDecodeError) as error:
        raise CourseError(f"{path}: {error}; docs/AUTHORING.md tells its form") from None
    if not all(isinstance(latex, str) for latex in table.values()):
        raise CourseError(f"{path}: write each formula as \"text\" = 'LaTeX'")
    return {spaced(words): latex.strip() for words, latex in table.items()}


def markdown(docstring: str, formulas: Formulas) -> str:
    """The docstring, which `inspect.cleandoc` has straightened, as Jupyter's Markdown."""
    return "\n\n".join(_paragraph(text, formulas) for text in docstring.split("\n\n"))


def is_used(words: str, docstring: str) -> bool:
    """Whether a formula's words stand in the docstring."""
    return words in spaced(docstring)


def _paragraph(text: str, formulas: Formulas) -> str:
    if text.startswith("    "):
        latex = formulas.get(spaced(text))
        return f"$$\n{latex}\n$$" if latex else f"```\n{textwrap.dedent(text)}\n```"
    items: list[list[str]] = [[]]
    ended = True
    for line in text.split("\n"):
        if ended and _EXPLAINS.match(line):
            items.append([])
        items[-1].append(line)
        ended = bool(_ENDS.search(line))
    before, *explained = (_prose("\n".join(item), formulas) for item in items)
    made = "\n".join(f"- {_NAMES.sub(_as_code, item, count=1)}" for item in explained)
    return "\n\n".join(filter(None, [_LABEL.sub(r"**\1**", before), made]))


def _as_code(names: re.Match[str]) -> str:
    return ", ".join(f"`{name}`" for name in names.group().split(", "))


def _prose(text: str, formulas: Formulas) -> str:
    """Words with what is special to Markdown escaped, and formulas in the line."""
    text = _CHINESE_LINES.sub("", text)
    words = "|".join(re.escape(key) for key in sorted(formulas, key=len, reverse=True))
    pieces = re.split(f"({words})", spaced(text)) if words else [spaced(text)]
    # Every other piece is a formula.
    shown = "".join(f"${formulas[p]}$" if i % 2 else _escaped(p) for i, p in enumerate(pieces))
    return _LISTED.sub(r"\\\1", shown)


def _escaped(text: str) -> str:
    pieces = _CODE.split(text)
    return "".join(p if i % 2 else _SPECIAL.sub(_plain, p) for i, p in enumerate(pieces))


def _plain(special: re.Match[str]) -> str:
    return "".join(f"\\{letter}" for letter in special.group())


def spaced(text: str) -> str:
    """The text with single spaces for its blanks and line ends."""
    return " ".join(text.split())
