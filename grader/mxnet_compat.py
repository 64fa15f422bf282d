"""Makes a plain `import mxnet` work: beside a NumPy that is younger, and with CUDA's libraries.

MXNet 1.9.1 reads `numpy.bool` while it is imported and while it runs.  NumPy dropped that name
in 1.24; on Python 3.12, which has no older NumPy than 1.26, `import mxnet` fails without it.  It
is the only name that is missing, and it was always an alias of the builtin.

In an environment for a GPU, MXNet and CuPy need CUDA's libraries from the wheels beside them, which
the dynamic linker does not find by itself: see grader/devices/libraries.py.

`tools/gluon_grader_mxnet.pth` calls `install` at every start of the environment's Python, so that
scripts, notebooks and `python -I` workers need no import of their own.  A start must therefore
stay cheap: this module imports next to nothing, and NumPy is touched only once `mxnet` is asked
for.  (The other thing that MXNet misses on Python 3.12, `distutils`, comes from setuptools.)
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # `import typing` would cost every interpreter several milliseconds
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType


class _BeforeMXNet:
    """A meta-path finder that finds nothing: it sees to what `mxnet` and `cupy` need first."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> None:
        """Says, by None, that the other finders are to look; sees to what it needs first."""
        if name == "mxnet":
            restore_numpy_bool()
        if name in {"mxnet", "cupy"}:
            load_cuda()


def restore_numpy_bool() -> None:
    """Gives NumPy its former alias `bool` back where it has none; else changes nothing."""
    try:
        import numpy as np
    except ImportError:
        return  # MXNet's own import of NumPy will say so, in its own words
    if "bool" in vars(np) or "bool" in getattr(np, "__deprecated_attrs__", ()):
        return  # before 1.20 and from 2.0 on; 1.20 to 1.23, where it is there and warns
    vars(np)["bool"] = bool


def load_cuda() -> None:
    """Loads CUDA's libraries where this environment has any; looks for them no further."""
    if any(os.path.isdir(f"{folder}/nvidia/cuda_runtime") for folder in sys.path):  # noqa: PTH112  (pathlib costs milliseconds)
        from grader.devices import libraries

        libraries.load()


def install() -> None:
    """Makes `import mxnet` mend NumPy first.  A second call changes nothing."""
    if not any(isinstance(finder, _BeforeMXNet) for finder in sys.meta_path):
        sys.meta_path.insert(0, _BeforeMXNet())
