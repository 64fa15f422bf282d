"""gluon-grader: an automatic grader for deep-learning exercises in Gluon."""

from typing import Any


def load_ipython_extension(shell: Any) -> None:
    """`%load_ext grader` in a notebook gives `%check`; see `grader.notebook`."""
    from grader.notebook import load_ipython_extension as load

    load(shell)
