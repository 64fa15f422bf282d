"""Which languages there are, and which one somebody asks for."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "zh_CN": "简体中文"}
"""By their names in catalogs' file names: what they call themselves."""

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""As gettext reads them: the first that is set counts, and LANGUAGE may list several languages."""


def choose(asked: str = "", environment: Mapping[str, str] = os.environ) -> str:
    """The language that is `asked` for, or else the environment's; English where that is another.

    Raises ValueError, in words for whoever asked, where there is none of the name.
    """
    if asked:
        found = _known(asked)
        if not found:
            listed = ", ".join(f"{name} ({own})" for name, own in LANGUAGES.items())
            raise ValueError(f"{asked!r} is no language of the grader's: there are {listed}")
        return found
    wanted = next(filter(None, map(environment.get, _VARIABLES)), "")
    return next(filter(None, map(_known, wanted.split(":"))), ENGLISH)


def tag(language: str) -> str:
    """The language as HTML names it: `zh-CN`."""
    return language.replace("_", "-")


def _known(locale: str) -> str:
    """Ours for a locale's name such as `zh_CN.UTF-8`, `zh-Hans` or `en_GB`; or nothing.

    Every Chinese is Simplified Chinese here: the notes are written in it, and whoever reads them
    reads it rather than English.
    """
    name = re.match(r"[A-Za-z]+(?=[-_.@]|$)", locale)
    code = name.group().lower() if name else ""
    return next((known for known in LANGUAGES if known.partition("_")[0] == code), "")
