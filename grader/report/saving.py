"""A rendering as a file: written as a whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path


def save(data: bytes | Iterable[bytes], path: str | os.PathLike[str]) -> None:
    """Write `data` to `path` as a whole or not at all, making its folders.

    What does not have to fit into memory may come in pieces.

    Raises OSError with one sentence that names the path and the reason.
    """
    target = Path(path)
    pieces = [data] if isinstance(data, bytes) else data
    try:
        if is_stream(target):
            with target.open("wb") as stream:
                stream.writelines(pieces)
        else:
            _replace(target, pieces)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OSError(f"The report could not be written to {target}: {reason}.") from error


def is_stream(path: Path) -> bool:
    """Return whether `path` is written into, not replaced: /dev/stdout, a pipe, a terminal."""
    device = path.is_absolute() and path.parts[1:2] in (("dev",), ("proc",))
    return device or path.is_fifo()


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    """Write beside `path` and rename: a reader finds the old report or the new one."""
    path = Path(os.path.realpath(path))  # Through a link, not over it.
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with beside.open("xb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
