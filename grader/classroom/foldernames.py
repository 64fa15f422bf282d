"""A folder for each student, whatever the student is called."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}(?<!\.)")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
"""Windows opens a device by these names, whatever follows the dot."""
_MARKED = re.compile(r".*-[0-9a-f]{24}")
_LONGEST = 40
"""Characters of a name that are kept: of 4 bytes each they leave room in a name's 255."""


def folder_name(student: str) -> str:
    """Return a file name that belongs to `student` alone, on every usual file system.

    A plain name in small letters is its own. Any other is made harmless and marked with 96 bits
    of its SHA-256, for two names may differ in nothing but what a file system cannot hold or does
    not tell apart: Ada and ada, two ways to write an accent, `a/b` and `a:b`. A plain name that
    looks as if it were marked is marked again.
    """
    if (
        _PLAIN.fullmatch(student)
        and not _RESERVED.fullmatch(student)
        and not _MARKED.fullmatch(student)
    ):
        return student
    mark = hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    kept = "".join(c if c.isalnum() else "-" for c in unicodedata.normalize("NFC", student))
    kept = re.sub("-+", "-", kept[:_LONGEST]).strip("-")
    return f"{kept}-{mark}" if kept else f"student-{mark}"
