"""gluon-grader: an automatic grader for deep-learning exercises in Gluon.

PYTEST_DONT_REWRITE: pytest rewrites the assertions of packages that hold a plugin, and complains
about those that were imported before it; this one is, for MXNet's sake, when Python starts.
"""

from typing import Any


def load_ipython_extension(shell: Any) -> None:
    """`%load_ext grader` in a notebook gives `%check`; see `grader.notebook`."""
    from grader.notebook import load_ipython_extension as load

    load(shell)
