"""What this program is called: sentences that say what to type name it so."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from grader.report.safe import quote
from grader.report.words import from_here


def program_name() -> str:
    """How a shell can call this program: by its name, or else where it is."""
    called, found = Path(sys.argv[0]), shutil.which("grader")
    if not called.is_file() or (found and called.samefile(found)):  # no file: python -c
        return "grader"
    if called.name == "__main__.py":
        return f"{quote(from_here(sys.executable))} -m {called.parent.name}"
    return quote(from_here(sys.argv[0]))
