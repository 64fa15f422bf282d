"""The clone of the project from which this grader runs, and what sets another one up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
_SETS_UP = (
    "LICENSE",
    "pyproject.toml",
    "requirements.lock",
    "tools/bootstrap.sh",
    "tools/gluon_grader_mxnet.pth",
)


def needed() -> Iterator[tuple[str, Path]]:
    """The files from which an environment is set up, beside the package itself, by their names.

    Raises FileNotFoundError where one is not there.
    """
    for name in _SETS_UP:
        path = PROJECT / name
        if not path.is_file():
            raise FileNotFoundError(
                f"{path} is missing: this takes a complete clone of the project"
            )
        yield name, path
