"""Where a child's standard streams lead, and when what was printed goes there."""

from __future__ import annotations

import os
import sys


def redirect(output: int) -> None:
    """Point stdin at nothing, stdout and stderr at the judge's pipe."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.close(nothing)
    os.close(output)
    for number, name in ((1, "stdout"), (2, "stderr")):
        stream = os.fdopen(number, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def flush() -> None:
    """Hand over what was printed so far; the submission may have replaced or closed a stream."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:  # noqa: S112  (whatever a submission made of it)
            continue
