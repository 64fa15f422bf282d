"""Where this Python lives: what must be readable in the sandbox for it to start there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

PARTS = ("bin", "lib", "lib64")
"""What an interpreter needs of its prefix.  Not the prefix itself: it may be a home folder."""


def folders(executable: str = sys.executable) -> list[tuple[Path, Path]]:
    """(where it is, where it must appear), for the environment and the Python behind it.

    A venv's `python` is often a chain of links (venv, then an alias such as `~/.pyenv/versions/
    3.11`, then the version), and Python finds its library through the name in `pyvenv.cfg`, an
    alias too.  So everything appears under each name by which it is spoken of.
    """
    prefix, base = Path(sys.prefix), Path(sys.base_prefix)
    wanted: list[Path] = [prefix] if prefix != base else []
    for name in (base, Path(os.path.realpath(base)), _home(Path(os.path.realpath(executable)))):
        wanted += [name / part for part in PARTS]
    seen: dict[Path, Path] = {}
    for path in wanted:
        if path.exists() and not _inside(path, [Path("/usr"), Path("/bin"), *seen]):
            seen[path] = Path(os.path.realpath(path))
    for link in _links(Path(executable)):
        if not _inside(link, [Path("/usr"), Path("/bin"), *seen]):
            seen[link] = Path(os.path.realpath(link))
    return [(source, name) for name, source in seen.items()]


def _home(executable: Path) -> Path:
    """The prefix of the interpreter `<prefix>/bin/python3.11`."""
    return executable.parent.parent


def _links(path: Path) -> Iterator[Path]:
    """`path` and every name that it is a link to, one hop at a time."""
    for _ in range(40):  # Linux's own limit of hops
        yield path
        if not path.is_symlink():
            return
        path = path.parent / os.readlink(path)


def _inside(path: Path, roots: list[Path]) -> bool:
    return any(path.is_relative_to(root) for root in roots)
