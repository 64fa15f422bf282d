"""Where tests leave figures for the table that is printed when all have run."""

from __future__ import annotations

import pytest

ROWS: pytest.StashKey[dict[str, dict[str, str]]] = pytest.StashKey()
"""What test_course.py counted: figures by exercise."""
