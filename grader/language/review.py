"""What is still to be done in a catalog, and what a translation must keep of its message."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import Formatter

from babel.messages.catalog import Catalog, Message

_CODE = re.compile(r"`[^`]+`")
KEEP = "keep: "
"""How a note for translators begins that names words to be kept as they are."""


@dataclass(frozen=True)
class Finding:
    """One thing to do."""

    message: str
    """In English."""
    says: str
    """What is wrong with its translation."""

    def __str__(self) -> str:
        return f"{self.message!r} {self.says}"


def review(catalog: Catalog) -> Iterator[Finding]:
    """What is not translated or marked as fuzzy, and translations that lack what they must keep."""
    for message in catalog:
        if message.id:
            english, translated = _texts(message.id), _texts(message.string or "")
            if not all(translated):
                yield Finding(english[0], "is not translated")
            elif message.fuzzy:
                yield Finding(english[0], "is marked as fuzzy")
            else:
                for text in translated:
                    yield from (Finding(english[0], says) for says in _lacks(message, text))


def _lacks(message: Message, translated: str) -> Iterator[str]:
    english = _texts(message.id)[-1]
    if message.python_brace_format and _fields(english) != _fields(translated):
        yield f"has other fields in {{}}: {translated}"
    if Counter(_CODE.findall(english)) != Counter(_CODE.findall(translated)):
        yield f"has other `code`: {translated}"
    for note in message.auto_comments:
        words = note.removeprefix(KEEP)
        if words != note and words not in " ".join(translated.split()):
            yield f"does not keep {words}: {translated}"


def _texts(text: str | Sequence[str]) -> Sequence[str]:
    return [text] if isinstance(text, str) else text


def _fields(text: str) -> Counter[str]:
    """The names of the fields, which may stand in another order."""
    try:
        return Counter(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return Counter(["{"])
