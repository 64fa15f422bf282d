"""Jupyter's magics, as the worker runs them and as the judge reads them."""

from __future__ import annotations

TRANSPARENT = ("time", "capture", "prun")
"""Around Python code, which runs; what any other magic of a whole cell holds does not."""
