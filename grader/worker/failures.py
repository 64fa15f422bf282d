"""An exception as data: its type, its message, and the student's own lines."""

from __future__ import annotations

import builtins
import difflib
import linecache
import os
import re
import sys
from types import TracebackType

from grader.worker.protocol import Failure, Frame, short

_MAX_FRAMES = 12
_NOT_IN_MODULE = re.compile(r"cannot import name '(\w+)' from '([\w.]+)'")


def describe(error: BaseException, own_file: str, student_files: frozenset[str]) -> Failure:
    """What happened, told by the lines in `student_files` only.

    A SyntaxError's own position is told as a frame.
    """
    frames = [] if error.__traceback__ is None else _frames(error.__traceback__, own_file)
    own = [frame for frame, file in frames if file in student_files]
    if isinstance(error, SyntaxError) and not own:
        file = shown(str(error.filename), own_file)
        # The compiler, unlike the parser, looks for the text in a file, and there is none.
        text = str(error.text or linecache.getline(str(error.filename), error.lineno or 0))
        own = [Frame(error.lineno or 0, "", short(text.strip()), file)]
    own_raise = bool(frames) and frames[-1][1] in student_files
    return Failure(
        type=short(type(error).__name__)[:200],
        message=_message(error),
        frames=own[-_MAX_FRAMES:],
        own_raise=own_raise,
        meant=_meant(error) if own_raise else "",
    )


def _meant(error: BaseException) -> str:
    """What Python itself proposes on a terminal, where a name or an attribute is misspelt."""
    try:
        name, known = _looked_for(error)
    except BaseException:  # an object of the submission's may answer anything
        return ""
    if type(name) is not str:
        return ""
    others = [other for other in known if type(other) is str and other != name]
    letters = sorted(name.lower())
    mixed_up = [other for other in others if sorted(other.lower()) == letters]
    close = difflib.get_close_matches(name, others, 1, cutoff=0.75)
    return short(next(iter([*mixed_up, *close]), ""))


def _looked_for(error: BaseException) -> tuple[str | None, list[str]]:
    """The name that is nowhere, and those among which it was looked for."""
    if isinstance(error, AttributeError):
        return error.name, dir(error.obj)
    if isinstance(error, ImportError):
        found = _NOT_IN_MODULE.match(str(error))
        return (found[1], dir(sys.modules[found[2]])) if found else (None, [])
    step = error.__traceback__
    if not isinstance(error, NameError) or step is None:
        return None, []
    while step.tb_next:
        step = step.tb_next
    return error.name, [*step.tb_frame.f_locals, *step.tb_frame.f_globals, *dir(builtins)]


def _frames(traceback: TracebackType, own_file: str) -> list[tuple[Frame, str]]:
    frames = []
    step: TracebackType | None = traceback
    while step is not None:
        code = step.tb_frame.f_code
        source = linecache.getline(code.co_filename, step.tb_lineno).strip()
        file = shown(code.co_filename, own_file)
        function = "" if code.co_name == "<module>" else code.co_name
        frames.append(
            (Frame(step.tb_lineno, short(function), short(source), file), code.co_filename)
        )
        step = step.tb_next
    return frames


def shown(file: str, own_file: str) -> str:
    """The name of a file, or of a cell, as a `Frame` tells it."""
    if file == own_file:
        return ""
    return short(os.path.basename(file) if os.path.isabs(file) else file)


def _message(error: BaseException) -> str:
    """The exception's text; a hostile `__str__` costs no more than its own check."""
    if isinstance(error, SyntaxError):
        return short(str(error.msg))
    try:
        text = str(error)
    except BaseException as nested:
        return f"its message could not be read: {type(nested).__name__}"
    return short(text) if type(text) is str else ""
