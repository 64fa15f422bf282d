"""A file is written as a whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def replace(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write beside `path` and rename: whoever reads finds the old file or the new one.

    What does not have to fit into memory may come in pieces.  A link stays, and what it leads to is
    written.  Raises OSError, which names `path`.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with beside.open("xb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        with suppress(OSError):  # it is mostly gone; where nothing can be written, that was told
            beside.unlink()
