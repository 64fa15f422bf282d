"""How names are alike: what was perhaps meant by one that is not there."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_MOST = 3


def plain(name: str) -> str:
    """The name in lower case without underscores: `make_net` and `MakeNet` are spelled alike."""
    return name.lower().replace("_", "")


def near(name: str, known: Iterable[str]) -> list[str]:
    """Up to three of the known names, the likeliest first: those that hold this one, or else those
    that are spelled nearly so."""
    names = list(known)
    asked = name.casefold()
    holding = [known for known in names if asked and asked in known.casefold()]
    return (holding or difflib.get_close_matches(name, names, _MOST))[:_MOST]
