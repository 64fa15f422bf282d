"""An exception as data: its type, its message, and the student's own lines."""

from __future__ import annotations

import builtins
import difflib
import linecache
import os
import re
import sys
from types import FrameType, TracebackType

from grader.worker.protocol import LONGEST_PLACE, Failure, Frame, short

_MAX_FRAMES = 12
_ELSEWHERE = {
    "ReLU": "Activation",
    "Linear": "Dense",
    "Conv2d": "Conv2D",
    "Module": "Block",
    "parameters": "collect_params",
    "append": "add",
}
"""What PyTorch calls otherwise."""
IMPORTS = (
    *("nd", "nn", "init", "gluon", "autograd", "mx", "np", "math", "random"),
    *("Any", "Callable", "Dict", "Iterable", "Iterator", "List", "Optional", "Tuple", "Union"),
)
"""Names that a file imports; one that is nowhere was not, and is no misspelling."""
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
        return _proposed(error, name, known)
    except BaseException:  # an object of the submission's may answer anything
        return ""


def _proposed(error: BaseException, name: str | None, known: list[str]) -> str:
    if type(name) is not str or name in IMPORTS:
        return ""
    if isinstance(error, NameError) and _has_self(error, name):
        return f"self.{name}"
    if (other := _ELSEWHERE.get(name)) in known:
        return str(other)
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
    frame = _innermost(error)
    if not isinstance(error, NameError) or frame is None:
        return None, []
    # From Python 3.12 on a comprehension's variables are among a function's, and gone by now.
    own = [*frame.f_locals, *frame.f_code.co_varnames]
    return error.name, [*own, *frame.f_globals, *dir(builtins)]


def _has_self(error: BaseException, name: str) -> bool:
    """Whether the method in which it was raised has an attribute of the name."""
    frame = _innermost(error)
    return frame is not None and name in vars(frame.f_locals.get("self", object))


def _innermost(error: BaseException) -> FrameType | None:
    step = error.__traceback__
    while step and step.tb_next:
        step = step.tb_next
    return step.tb_frame if step else None


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
    return short(os.path.basename(file) if os.path.isabs(file) else file)[:LONGEST_PLACE]


def _message(error: BaseException) -> str:
    """The exception's text; a hostile `__str__` costs no more than its own check."""
    if isinstance(error, SyntaxError):
        return short(str(error.msg))
    try:
        text = str(error)
    except BaseException as nested:
        return f"its message could not be read: {type(nested).__name__}"
    return short(text) if type(text) is str else ""
