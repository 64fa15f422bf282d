"""What adorns a report, such as a picture, must never cost it."""

from __future__ import annotations

import traceback
import warnings
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager

from grader.failure import InnocentError
from grader.report.safe import clean


@contextmanager
def adornment() -> Iterator[None]:
    """A function marked so gives None where it fails by a fault of the grader: the report does
    without.

    The fault is told as a warning, which goes to stderr; the tests make it an error.  What says
    that the course or a worker failed is still raised.
    """
    try:
        yield
    except (CancelledError, InnocentError):
        raise
    except Exception:  # noqa: BLE001  (whatever it is, it is ours, and the verdict stands)
        told = f"please report this fault of the grader:\n{clean(traceback.format_exc())}"
        warnings.warn(told, RuntimeWarning, stacklevel=1)
