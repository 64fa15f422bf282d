"""A child starts no processes: where a solution asks Gluon's DataLoader for some, it loads itself.

The minibatches are the same, in the same order, and `num_workers=4` stands in every book.
"""

from __future__ import annotations

import inspect
from functools import wraps
from typing import Any

from mxnet.gluon.data import DataLoader

_made = DataLoader.__init__
_signature = inspect.signature(_made)


def insist() -> None:
    """From now on no DataLoader has workers; once, in the process that forks."""
    DataLoader.__init__ = _without_workers


@wraps(_made)
def _without_workers(*given: Any, **named: Any) -> None:
    try:
        arguments = _signature.bind(*given, **named).arguments
    except TypeError:  # the caller's mistake, in MXNet's own words
        _made(*given, **named)
        return
    _made(**{**arguments, "num_workers": 0})
