"""Names and messages as other programs can take them.

They come from strangers. UTF-8 has no lone surrogates and XML 1.0 has no control characters, so
both become their Python escapes; line ends, tabs and all that can be printed survive.
"""

from __future__ import annotations

import re

_UNWANTED = re.compile(
    # Everything that https://www.w3.org/TR/xml/#charsets leaves out of Char, and what it advises
    # against: the C1 controls, and noncharacters.
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_FORMULA = re.compile(
    "(?:^|(?<=[;\t\r\n]))(?=[=+\\-@\uff1d\uff0b\uff0d\uff20].)|^(?=[\t\r\n].)", re.DOTALL
)
"""Before what begins a cell; or would where a semicolon or a tab is taken to separate cells."""


def plain(text: str) -> str:
    """Return `text` with what no file should hold replaced by its escape."""
    return _UNWANTED.sub(lambda found: _escape(found.group()), text)


def harmless(text: str) -> str:
    """Return `plain(text)` such that no spreadsheet takes it for a formula.

    A cell that begins with one of these signs is run when the file is opened; an apostrophe
    before it makes it text. Source: OWASP, "CSV Injection",
    https://owasp.org/www-community/attacks/CSV_Injection
    """
    return _FORMULA.sub("'", plain(text))


def _escape(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
