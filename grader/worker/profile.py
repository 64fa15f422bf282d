"""What MXNet's profiler counted, out of the text in which it says so.

It escapes nothing, so what a submission named (a CustomOp, for example) may look like the rest of
the text.  Therefore the text must be, line for line, one that the profiler writes, and each entry
counts, whichever table it seems to stand in: such a name can add entries and hide none.
"""

from __future__ import annotations

import re

_NAME = r'[^"\\\n]{1,126}'
"""A name of 127 characters was cut there by the profiler, and may have told more."""
_ENTRY = (
    r' {12}"%s": \{\n {16}"Count": %s,\n'
    r'(?: {16}"\w+": [^\s{}",]+,\n){3} {16}"\w+": [^\s{}",]+\n {12}\}\n'
)
_ONE = _ENTRY % (_NAME, r"\d+")
_TABLE = rf' {{8}}"(?:Custom Operator|operator)": \{{\n{_ONE}(?: {{12}},\n{_ONE})* {{8}}\}}\n'
_WHOLE = (
    rf'\{{\n {{4}}"Time": \{{\n{_TABLE}(?: {{8}},\n{_TABLE})? {{4}}\}}\n {{4}},\n'
    r' {4}"Memory": \{\n {4}\}\n,\n {4}"Unit": \{\n {8}"Time": "ms",\n {8}"Memory": "kB"\n'
    r" {4}\}\n\}\n"
)
_is_whole = re.compile(_WHOLE).fullmatch
_number = int
_entries = re.compile(_ENTRY % (f"({_NAME})", r"(\d+)")).findall


def counted(text: str) -> dict[str, int] | None:
    """How often each operator ran; None if the text is not the profiler's alone.

    It calls nothing that a submission could have replaced.
    """
    if not _is_whole(text):
        return None
    counts: dict[str, int] = {}
    for entry, count in _entries(text):
        # What ran in a CustomOp stands behind that one's name, `mine::exp`; a graph's operators
        # may run as one segment, named "[a,b]".
        for name in entry.rpartition("::")[2].strip("[]").split(","):
            counts[name] = counts.get(name, 0) + _number(count)
    return counts
