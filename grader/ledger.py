"""What the course has written into a folder: the list there, by which such a folder is known.

Anybody may have written the file, so that it counts as empty where it is no such list.  pytest
imports this module in everybody's test runs: it has no need of others.
"""

from __future__ import annotations

import json
from pathlib import Path

NAME = ".stubs.json"
_MOST_BYTES = 2**18


def read(folder: Path) -> dict[str, str]:
    """The hash of each file as it was written, by exercise; a notebook's by its name."""
    path = folder / NAME
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return {}
        table = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(table, dict):
        return {}
    return {key: str(value) for key, value in table.items()}
