"""Names in a submission: which are looked at, and in which folder the work lies.

The same for folders and archives, however they were packed.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from grader.language import _
from grader.submission.source import is_code, legible

MAX_ENTRIES = 10_000
"""In a folder or an archive; a term's work has some thirty files."""
_JUNK = frozenset(["__MACOSX", "__pycache__"])
_DRIVE = re.compile("[A-Za-z]:")
_LONGEST = 80

ARCHIVES = (".zip", ".tar.gz", ".tgz")
OTHER_ARCHIVES = (
    *(".rar", ".7z", ".tar", ".tar.bz2", ".tar.xz"),
    *(".tbz2", ".txz", ".gz", ".bz2", ".xz"),
)
"""Not read; who hands one in is told so."""
FILES = (".py", ".ipynb")

Name = tuple[str, ...]
"""A path within a submission, by its parts."""


def split(path: str) -> Name | None:
    """The parts of an archive's path; None where it leads out of the archive."""
    straight = path.replace("\\", "/")
    parts = tuple(part for part in straight.split("/") if part not in ("", "."))
    if straight.startswith("/") or _DRIVE.match(straight) or ".." in parts:
        return None
    return parts


def usable(name: Name) -> bool:
    """Whether it is no file that a system leaves behind: `__MACOSX/`, `._x`, `.DS_Store`."""
    return bool(name) and not any(part in _JUNK or part.startswith(".") for part in name)


def suffix_of(name: str) -> str:
    """The known ending of a file's name, in lower case: `.tar.gz` of `Ada.tar.GZ`; or nothing."""
    known = (*ARCHIVES, *FILES, *sorted(OTHER_ARCHIVES, key=len, reverse=True))
    return next((suffix for suffix in known if name.lower().endswith(suffix)), "")


def base(names: Collection[Name]) -> tuple[Name, str]:
    """The folder that holds the work, and what is to be said if there are several.

    A single folder around everything is looked through.
    """
    code = [name for name in names if is_code(name[-1])]
    at: Name = ()
    while code and all(len(name) > len(at) + 1 for name in code):
        tops = sorted({name[len(at)] for name in code})
        if len(tops) > 1:
            listed = ", ".join(shown(top) for top in tops[:4]) + (", ..." if tops[4:] else "")
            said = _(
                "The Python files and notebooks lie in several folders ({listed}): put them in one."
            )
            return at, said.format(listed=listed)
        at = (*at, tops[0])
    return at, ""


def shown(text: str) -> str:
    """A name from a submission as a sentence can hold it."""
    return legible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}...")


def too_many(what: str) -> str:
    """The sentence for more than `MAX_ENTRIES`."""
    said = _("{what} holds more than {number} entries. Hand in the exercises' files only.")
    return said.format(what=what, number=MAX_ENTRIES)
