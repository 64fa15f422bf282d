"""Where a line may be broken: between words, and between Chinese characters, which take two columns
each and have no blanks between them.

Rich breaks at blanks only, and so would fold a Chinese sentence in the midst of an English word, or
before a full stop.  Of the rules of Chinese typesetting (W3C, Requirements for Chinese Text Layout,
3.1.3) this one is kept: no line begins with a closing mark or ends with an opening one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

_WIDE = (
    "\u2e80-\u303f\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60"
)
_OPENING = "\u201c\u2018\u3008\u300a\u300c\u300e\u3010\u3014\uff08\uff3b\uff5b"
_CLOSING = (
    "\u201d\u2019\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015"
    "\uff01\uff09\uff0c\uff1a\uff1b\uff1f\uff3d\uff5d"
)
_UNIT = re.compile(
    # Blanks before a unit and behind it belong to it, as to a word of rich's.  Whatever stands
    # there, nothing is looked at twice: some of these lines are a stranger's.
    rf"(?!\Z)\s*[{_OPENING}]*(?:[^\s{_WIDE}{_OPENING}{_CLOSING}]+|[{_WIDE}])?[{_CLOSING}]*\s*"
)


def breaks(line: str, width: int) -> list[int]:
    """Return the places at which lines begin that are at most `width` columns wide."""
    places: list[int] = []
    column = 0
    for begin, unit in _units(line):
        size = cell_len(unit.rstrip())
        if column and column + size > width:
            places.append(begin)
            column = 0
        if size > width:
            *folded, last = chop_cells(unit, width)
            place = begin
            for part in folded:
                place += len(part)
                places.append(place)
            column = cell_len(last)
        else:
            column += cell_len(unit)
    return places


def _units(line: str) -> Iterator[tuple[int, str]]:
    """What is not broken unless it is too long for a line, with its place."""
    for found in _UNIT.finditer(line):
        yield found.start(), found.group()
