"""Text that a stranger wrote, made fit for a terminal.

A submission chooses its messages, its output, its source and its file names. Shown raw, they
could move the cursor, recolour the score, or reorder what a reader sees. Nothing is dropped in
silence: what may not be shown as itself is shown as its Python escape.
"""

from __future__ import annotations

import re
import shlex
import unicodedata

from grader.language import _, ngettext

_HARMLESS = re.compile(r"[\x20-\x7e\n]*")

# Variation selectors, regional indicators and skin tones change the width of their neighbours,
# and terminals disagree by how much: a table row would no longer line up.
_UNSTEADY = re.compile(
    "[\ufe00-\ufe0f\U000e0100-\U000e01ef\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]"
)

# Enough for every living script in ordinary text; more of them pile up over the lines above.
_MOST_MARKS = 2


def _escape(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def clean(text: str, *, encoding: str = "utf-8") -> str:
    """Return `text` with all but printable characters and line ends replaced by their escapes.

    Printable is what `str.isprintable` says: no controls, no bidi overrides, no zero-width
    characters, no surrogates, and of all blanks only the space (a no-break space in a program is
    a mistake that one cannot see). Tabs become four spaces and CR LF becomes LF. Characters that
    `encoding` lacks become escapes too, so that writing the result never raises.
    """
    text = text.replace("\r\n", "\n").replace("\t", "    ")
    if _HARMLESS.fullmatch(text):
        return text
    shown: list[str] = []
    marks = _MOST_MARKS  # A mark at the very beginning has nothing of its own to sit on.
    for character in text:
        hide = not character.isprintable() or _UNSTEADY.match(character) is not None
        if unicodedata.category(character) in {"Mn", "Me"}:
            marks += 1
            hide = hide or marks > _MOST_MARKS
        else:
            marks = _MOST_MARKS if character.isspace() else 0
        shown.append(_escape(character) if hide and character != "\n" else character)
    return "".join(shown).encode(encoding, "backslashreplace").decode(encoding)


def clean_line(text: str, *, encoding: str = "utf-8") -> str:
    """Return `clean(text)` on one line: a line end is shown as an escape as well."""
    return clean(text, encoding=encoding).replace("\n", "\\n")


def cut(text: str, limit: tuple[int, int]) -> str:
    """Return so many characters and lines of `text` at most, and say how much was left out."""
    characters, lines = limit
    text = text.strip("\n")
    kept = "\n".join(text[:characters].split("\n")[:lines])
    if kept == text:
        return text
    more = text[len(kept) :].strip("\n").count("\n") + 1
    if len(kept) == characters or not text[len(kept) :].startswith("\n"):
        left = _("({number} more characters)").format(number=len(text) - len(kept))
        return f"{kept} ... {left}"
    left = ngettext("({number} more line)", "({number} more lines)", more).format(number=more)
    return f"{kept}\n{left}"


def quote(argument: str) -> str:
    """Return `argument` quoted for a POSIX shell, in printable characters only.

    A name with control characters needs the form $'...', which bash, zsh and POSIX 2024 share.
    """
    if clean_line(argument) == argument:
        return shlex.quote(argument)
    pieces: list[str] = []
    for character in argument:
        if clean_line("x" + character) == "x" + character and character not in "\\'":
            pieces.append(character)
        elif character in "\\'":
            pieces.append("\\" + character)
        else:
            raw = character.encode("utf-8", "surrogateescape" if _is_byte(character) else "replace")
            pieces.append("".join(f"\\{byte:03o}" for byte in raw))
    return "$'" + "".join(pieces) + "'"


def _is_byte(character: str) -> bool:
    """Whether this lone surrogate stands for an undecodable byte of a file name (PEP 383)."""
    return "\udc80" <= character <= "\udcff"
