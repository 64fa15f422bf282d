"""A rendering as a file, or into a stream."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from grader.language import _
from grader.saving import replace


def save(data: bytes | Iterable[bytes], path: str | os.PathLike[str]) -> None:
    """Write `data` to `path` as a whole or not at all, making its folders.

    What does not have to fit into memory may come in pieces.

    Raises OSError with one sentence that names the path and the reason.
    """
    target = Path(path)
    try:
        if is_stream(target):
            with target.open("wb") as stream:
                stream.writelines([data] if isinstance(data, bytes) else data)
        else:
            Path(os.path.realpath(target)).parent.mkdir(parents=True, exist_ok=True)
            replace(target, data)
    except OSError as error:
        said = _("{path} could not be written: {reason}.")
        reason = error.strerror or str(error)
        raise OSError(said.format(path=target, reason=reason)) from error


def is_stream(path: Path) -> bool:
    """Return whether `path` is written into, not replaced: /dev/stdout, a pipe, a terminal."""
    device = path.is_absolute() and path.parts[1:2] in (("dev",), ("proc",))
    return (device and path.exists()) or path.is_fifo()
