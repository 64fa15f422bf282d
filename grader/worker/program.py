"""A `checks.py` becomes an exercise: the judge compiles it, once, and each child runs it.

To compile it takes a child longer than many a check.
"""

from __future__ import annotations

import marshal
import types
from functools import lru_cache

from grader.course import Exercise


@lru_cache(64)
def compiled(checks: str) -> bytes:
    """The code of a `checks.py`, for the same Python in another process.  Raises SyntaxError."""
    return marshal.dumps(compile(checks, "checks.py", "exec"))


def load_exercise(program: bytes) -> Exercise:
    """The `exercise` that the code of a `checks.py` defines.  Raises TypeError where it is none."""
    module = types.ModuleType("checks")
    exec(marshal.loads(program), module.__dict__)  # noqa: S302  (the judge's own)
    exercise = module.__dict__["exercise"]
    if not isinstance(exercise, Exercise):
        raise TypeError("checks.py: `exercise` is not an Exercise")
    return exercise
