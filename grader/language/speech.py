"""The language of this process: set by whatever begins it, and the same in all its threads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from gettext import NullTranslations
from pathlib import Path

from grader.language.choice import ENGLISH, choose

Say = Callable[[str], str]
"""From an English text to the same in another language, or to itself where it is not translated."""

_HERE = Path(__file__).parent
_ENGLISH = NullTranslations()


class CatalogError(Exception):
    """A catalog cannot be read; the message says why."""


class _Speech:
    """What is spoken now."""

    language = ENGLISH
    translations = _ENGLISH


def use(asked: str = "") -> str:
    """Speak the language that is asked for, or else the environment's.  Returns its name.

    Raises ValueError for a language that there is not.
    """
    language = choose(asked)
    _Speech.translations = translations(language)
    _Speech.language = language
    return language


def spoken() -> str:
    """The name of the language."""
    return _Speech.language


def _(message: str) -> str:
    """The message in the language that is spoken; its {fields} are filled in afterwards."""
    return _Speech.translations.gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """The same of a message that depends on a number."""
    return _Speech.translations.ngettext(one, many, number)


def listed(items: Iterable[str]) -> str:
    """The items as one phrase: `a`, `a and b`, `a, b and c`."""
    *first, last = items
    return _("{some} and {last}").format(some=joined(first), last=last) if first else last


def joined(items: Iterable[str]) -> str:
    """The items in a row: `a, b, c`."""
    return _(", ").join(items)


def some(items: Sequence[str], most: int) -> str:
    """The first of the items in a row, and an ellipsis for those beyond: `a, b, ...`."""
    return joined([*items[:most], *(["..."] if len(items) > most else [])])


def later(message: str) -> str:
    """The message itself: marks what is made before it is known who will read it."""
    return message


def translations(language: str) -> NullTranslations:
    """What the grader itself says in one of its languages, whichever is spoken."""
    if language == ENGLISH:
        return _ENGLISH
    return sayings((_HERE / f"{language}.po").read_bytes())


@cache
def sayings(data: bytes) -> NullTranslations:
    """The translations in a catalog's text.  Raises CatalogError."""
    from grader.language import catalogs

    return catalogs.translations(data)
