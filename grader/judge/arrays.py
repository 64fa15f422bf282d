"""Which library an array is of: NumPy, or CuPy where arrays lie on a GPU.

The judge computes where the arrays are, with whichever of the two they belong to.  CuPy is imported
only where an array of it, or a GPU, is there already: it is no part of an installation without one.
"""

from __future__ import annotations

import importlib
import sys
from typing import Any

import numpy as np

Numbers = np.ndarray[Any, Any]
"""Or CuPy's ndarray, which has the same methods."""


def is_array(value: Any) -> bool:
    """Whether this is an array of either library."""
    if isinstance(value, np.ndarray):
        return True
    cupy = sys.modules.get("cupy")
    return cupy is not None and isinstance(value, cupy.ndarray)


def namespace(array: Any) -> Any:
    """The module whose functions compute with this: `cupy` for an array of CuPy's, else `numpy`."""
    if isinstance(array, np.ndarray) or not is_array(array):
        return np
    return sys.modules["cupy"]


def of_device(device: str) -> Any:
    """The module that computes where a take's device is: `cupy` for a GPU, else `numpy`."""
    if not device.startswith("gpu"):
        return np
    return importlib.import_module("cupy")


def host(value: Any) -> Numbers:
    """A NumPy array of the same numbers, copied from a GPU if they lie there."""
    if isinstance(value, np.ndarray):
        return value
    return np.asarray(value.get() if is_array(value) else value)
