"""NumPy and CuPy by name, for tests that demand the same of both."""

from __future__ import annotations

import importlib
from typing import Any

import pytest

BOTH = pytest.mark.parametrize("library", ["numpy", "cupy"])
"""Runs a test on NumPy, and on CuPy where there is any CUDA GPU."""


def namespace(library: str) -> Any:
    """The module; skips the test, with the reason, where it cannot compute here."""
    if library == "cupy" and (reason := _lacking()):
        pytest.skip(f"CuPy cannot compute here: {reason}")
    return importlib.import_module(library)


def _lacking() -> str:
    """Why CuPy finds no GPU here; empty where it does."""
    try:
        import cupy
    except ImportError:
        return "it is not installed"
    try:
        cupy.arange(2).sum()
    except cupy.cuda.runtime.CUDARuntimeError as error:  # no driver, or no device
        return str(error)
    return ""
