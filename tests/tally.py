"""Figures that tests leave for the table that is printed when all have run, in several processes
perhaps."""

from __future__ import annotations

from typing import Any

import pytest

Rows = dict[str, dict[str, str]]

ROWS: pytest.StashKey[Rows] = pytest.StashKey()
"""What test_course.py counted: figures by exercise."""


def rows(config: pytest.Config) -> Rows:
    """The rows of this process, to add to."""
    return config.stash.setdefault(ROWS, {})


def hand_over(config: Any) -> None:
    """Where pytest-xdist runs this process: send the rows to the one that prints."""
    if hasattr(config, "workeroutput"):
        config.workeroutput["rows"] = rows(config)


def take_over(config: pytest.Config, more: Rows) -> None:
    """Add the rows of another process."""
    for name, row in more.items():
        rows(config).setdefault(name, {}).update(row)
