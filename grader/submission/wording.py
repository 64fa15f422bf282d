"""Whose a definition is by its words.

Several exercises may ask for the same name, but for layers of other sizes.  Two may ask for nothing
but that name: what was handed out for one, and for none of the others, speaks of a class, a size, a
name that work on it repeats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from grader.submission.source import Source, Wanted
from grader.submission.work import Definition

_TELLING = re.compile(r"\b(?:\d+|\w*[A-Z_]\w*)\b")
"""Numbers and names of classes, of functions: of a sentence's other words an exercise's name alone
tells anything."""
_WORD = re.compile(r"\w+")
_SIZE = re.compile(r"\b([A-Z]\w*) ?\( ?(?:units ?= ?)?(\d+)\b")
"""A layer and its size: `Dense(10`."""


def nearest(definition: Definition, rivals: Sequence[Wanted]) -> set[str]:
    """The exercises with which it shares the most sizes: all where it names none of theirs."""
    said = {*_SIZE.findall(" ".join(definition.statement))}
    shared = {asked.id: len(said.intersection(_SIZE.findall(asked.handed_out))) for asked in rivals}
    return {exercise for exercise in shared if shared[exercise] == max(shared.values())}


def favourites(
    source: Source, definitions: Sequence[Definition], rivals: Sequence[Wanted]
) -> list[str | None]:
    """For each definition the exercise with which it shares more telling words than with any of the
    others, of those that no other one's stub holds."""
    words = {asked.id: {asked.id, *_TELLING.findall(asked.handed_out)} for asked in rivals}
    own = {
        exercise: found.difference(*(words[other] for other in words if other != exercise))
        for exercise, found in words.items()
    }
    lines = [text.split("\n") for text in source.cells or (source.text,)]
    favourites = []
    for definition in definitions:
        text = "\n".join(_lines(lines[definition.cell], definition))
        said = {*_TELLING.findall(text), *words.keys() & set(_WORD.findall(text))}
        said.discard(definition.name)  # which all of them ask for
        shared = {exercise: len(found & said) for exercise, found in own.items()}
        first, second, *_ = sorted(shared, key=lambda exercise: -shared[exercise])
        favourites.append(first if shared[first] > shared[second] else None)
    return favourites


def _lines(lines: Sequence[str], definition: Definition) -> Iterator[str]:
    """Its lines, and the comments right above it: those behind it are the next one's."""
    above = definition.line - 2
    while above >= 0 and (lines[above].startswith("#") or not lines[above].strip()):
        yield lines[above]
        above -= 1
    for at in range(definition.line - 1, min(definition.end - 1, len(lines))):
        if lines[at].startswith(('"', "'")):  # the next section's text, and no code
            return
        if not lines[at].startswith("#"):
            yield lines[at]
