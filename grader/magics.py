"""Jupyter's magics, as the worker runs them and as the judge reads them."""

from __future__ import annotations

import re

TRANSPARENT = ("time", "capture", "prun")
"""Around Python code, which runs; what any other magic of a whole cell holds does not."""
COMMAND = re.compile(r"^[ \t]*(?:!(?!=)|%%?[A-Za-z]).*", re.MULTILINE)
"""A line that may be a magic or a shell line, where a file is one that Colab made of a notebook."""
