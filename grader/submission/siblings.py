"""The Python files that an exercise may import: those beside it, and those in other folders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from grader.language import _
from grader.submission.imports import named
from grader.submission.layout import paths_listed
from grader.submission.source import Member, Source

MAX_SIBLINGS = 64
MAX_SIBLING_BYTES = 4 * 2**20
"""All of them together: they travel to the worker with each exercise, in one message of 8 MiB."""


def siblings(
    beside: Mapping[str, Member],
    farther: Mapping[str, Sequence[Member]],
    sources: Mapping[str, Source],
) -> tuple[dict[str, str], list[str]]:
    """All files `beside` the exercises, these before others, and of those `farther` away what they
    name, as far as they may travel; and notes on the rest.

    By their paths; if several have the same, their texts must be the same, too.
    """
    differ: list[str] = []

    @cache
    def text_of(path: str) -> str:
        first, *others = farther[path]
        text = "" if luggage.full else first.load().text
        if text and any(other.load().text != text for other in others):
            differ.append(path)
            return ""
        return text

    luggage = _Luggage()
    own = [name for name in (f"{exercise}.py" for exercise in sources) if name in beside]
    names = [name for name in sorted(beside) if name.endswith(".py") and name not in own]
    for name in filter(str.isprintable, own + names):  # no import could name another
        luggage.add(name, lambda name: beside[name].load().text)
    texts = {source.filename: source.code for source in sources.values()} | luggage.texts
    for path in named(texts, sorted(farther), text_of):
        luggage.add(path, text_of)
    notes = [_differing(differ)] if differ else []
    if luggage.left_out:
        said = _("{number} more Python files cannot be imported: there are too many.")
        notes.append(said.format(number=luggage.left_out))
    return luggage.texts, notes


def _differing(paths: Iterable[str]) -> str:
    """The sentence for files that are not the same in all folders that have them."""
    said = _("Cannot be imported, for files of that name in several folders differ: {listed}.")
    return said.format(listed=paths_listed((path,) for path in paths))


class _Luggage:
    """What travels; once it is full, nothing more is read."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.left_out = 0
        self._size = 0

    @property
    def full(self) -> bool:
        return self._size > MAX_SIBLING_BYTES or len(self.texts) >= MAX_SIBLINGS

    def add(self, path: str, load: Callable[[str], str]) -> None:
        if self.full:
            self.left_out += 1
        elif text := load(path):
            self._size += len(text.encode())
            if self.full:
                self.left_out += 1
            else:
                self.texts[path] = text
