"""Whose a definition is by its words.

Two exercises may ask for nothing but the same name.  What was handed out for one, and for none of
the others, speaks of a class, a size, a name that work on it repeats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from grader.submission.source import Source, Wanted
from grader.submission.work import Definition

_TELLING = re.compile(r"\b(?:\d+|\w*[A-Z_]\w*)\b")
"""Numbers and names of classes, of functions: a sentence's other words tell nothing."""


def favourite(source: Source, definition: Definition, rivals: Sequence[Wanted]) -> str | None:
    """The exercise with which the definition shares more telling words than with any of the
    others, of those that no other one's stub holds."""
    words = {asked.id: set(_TELLING.findall(f"{asked.id} {asked.handed_out}")) for asked in rivals}
    mine = set(_TELLING.findall("\n".join(_lines(source, definition))))
    shared = {
        exercise: len(
            own.difference(*(words[other] for other in words if other != exercise)) & mine
        )
        for exercise, own in words.items()
    }
    first, second, *_ = sorted(shared, key=lambda exercise: -shared[exercise])
    return first if shared[first] > shared[second] else None


def _lines(source: Source, definition: Definition) -> Iterator[str]:
    """Its lines, and the comments right above it: those behind it are the next one's."""
    text = source.cells[definition.cell] if source.cells else source.text
    lines = text.split("\n")
    for line in reversed(lines[: definition.line - 1]):
        if line.strip() and not line.startswith("#"):
            break
        yield line
    for line in lines[definition.line - 1 : definition.end - 1]:
        if not line.startswith("#"):
            yield line
