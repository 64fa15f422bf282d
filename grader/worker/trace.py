"""Which operators did MXNet's engine run?

MXNet's own profiler names every operator that the engine executed, however the source spelled
the call.  Python functions that would do a student's work without an operator of their own
(`mxnet.initializer.Xavier._init_weight`) are wrapped once, and their entries noted.

The functions used here are the library's own, or taken from Python before a submission is loaded,
for it may replace any that has a name.  The marks at both ends of a trace show that the profiler
was on, and Python's audit that nobody else took hold of it in between.  A submission that attacks
the trace from within its own process can evade it all the same: see docs/ARCHITECTURE.md.
"""

from __future__ import annotations

import ctypes
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable
from functools import partial, wraps
from inspect import getattr_static
from typing import Any

import mxnet as mx

import grader
from grader.course.own_work import operator_patterns
from grader.worker import profile
from grader.worker.library import LIBRARY, operator

_run, _stop = (partial(LIBRARY.MXSetProcessProfilerState, on, 0, None) for on in (1, 0))
_print = LIBRARY.MXAggregateProfileStatsPrintEx
_printed = ctypes.c_char_p()
_where = ctypes.byref(_printed)
_read: Callable[[ctypes.c_char_p], bytes] = getattr_static(ctypes.c_char_p, "value").__get__
_sorted = sorted
_stat, _normal, _above = os.stat, os.path.normpath, os.path.dirname
_MARK = "radians"
_given, _made = mx.nd.zeros((1,)), mx.nd.zeros((1,))
_handles = ctypes.c_void_p * 1
_mark = partial(
    LIBRARY.MXImperativeInvokeEx,
    *(operator(_MARK.encode()), 1, _handles(_given.handle), ctypes.byref(ctypes.c_int(1))),
    ctypes.byref(ctypes.cast(_handles(_made.handle), ctypes.POINTER(ctypes.c_void_p))),
    *(0, None, None, ctypes.byref(ctypes.POINTER(ctypes.c_int)())),
)
"""Runs the marking operator."""
_NO_FILE = "/dev/null/profile.json"
"""Nothing can ever lie there.  MXNet removes the profile's file as soon as it is named (/dev/null
itself too), and later writes a line into it for each operator that ran, which takes ten times as
long as to count it."""
_entered: list[str] = []
"""The watched functions that were entered."""
_watching: list[Callable[..., Any]] = []
"""What notes the entries."""
_touched: list[str] = []
"""What was done to the trace itself, since the process that forks prepared it."""
_files: set[str] = set()
"""MXNet's files that define the watched functions."""
_own_work: list[str] = []
"""What the exercise lists."""
_handed_in: set[str] = set()
"""The submission's own files and cells, which lie on no disk."""
_absent: list[str] = []
"""Packages that from now on are not there."""
_of_the_profiler = re.compile(r"MX\w*Profile|dlm?open").match
"""And what would load another copy of the library, which has a profiler of its own."""
_installed: list[str] = []
"""Where Python's files lie that no submission has written."""


def prepare() -> None:
    """Configure the profiler and see who else takes hold of it from then on; once, in the process
    that forks."""
    mx.profiler.set_config(
        profile_imperative=True,
        profile_symbolic=True,
        profile_api=False,
        profile_memory=False,
        aggregate_stats=True,
        continuous_dump=False,  # or else a thread of the fork server writes the file every second
        filename=_NO_FILE,
    )
    # MXNet keeps what it has looked up, and nobody would see who calls it next.
    del mx.base._LIB.MXSetProcessProfilerConfig  # noqa: SLF001  (its handle)
    _installed.extend(f"{folder}/" for folder in [*sys.path, grader.__path__[0]] if folder)
    sys.addaudithook(_audit)
    trace = Trace([], [])
    trace.start()
    trace.stop()


def _audit(event: str, given: tuple[Any, ...]) -> None:
    """Note that somebody looks for a function of the profiler, through whatever handle of the
    library, gives other code to what watches, even if only for a while, or runs a file of MXNet's
    again whose functions are watched.  Refuse to import what is not to be there, whatever became of
    Python's own table, and what was written here, for nobody has looked into it; and debuggers,
    which could be told to climb to what watches."""
    if event in ("ctypes.dlsym", "ctypes.dlsym/handle"):
        if _of_the_profiler(given[1]):
            _touched.append(event)
    elif event == "object.__setattr__":
        _touched.extend(event for noted in _watching if noted is given[0])
    elif event == "exec" and (file := given[0].co_filename) in _files:
        _touched.append(event)
    elif _own_work and event in ("exec", "open"):
        file = given[0] if event == "open" else given[0].co_filename
        code = event == "exec" or (type(file) is str and file.endswith(".pyc"))
        if code and _written_here(file):
            raise ImportError(f"{file} was not handed in")
    elif event == "import" and (package := _lacking(*given[:2])):
        said = f"import of {package} halted; None in sys.modules"  # as Python says it
        raise ModuleNotFoundError(said, name=package)
    elif event == "pdb.Pdb":
        raise RuntimeError("nobody can type here: leave the debugger out")


def _written_here(file: str) -> bool:
    """Whether there is such a file, or an archive in whose place it lies, outside of what is
    installed and beside what was handed in."""
    if file in _handed_in or _normal(file).startswith(tuple(_installed)):
        return False
    file = _normal(file)
    while file not in ("", "/", "."):
        try:
            return stat.S_ISREG(_stat(file).st_mode)
        except (OSError, ValueError):
            file = _above(file)
    return False


def _lacking(module: str, file: str | None) -> str | None:
    """The absent package that the module is of, or the file of compiled code."""
    around = [folder for folder in _installed if (file or "").startswith(folder)]
    above = max(around, key=len, default="")
    parts = [module.partition(".")[0], *(file or "").removeprefix(above).split("/")]
    return next((package for package in _absent if package in parts), None)


class Trace:
    """Watches one take at a time, for what an exercise lists as `own_work`.

    Where that names operators there is no SciPy, which has them too, and runs them untraced.
    """

    def __init__(self, own_work: Iterable[str], handed_in: Iterable[str]) -> None:
        listed = list(own_work)
        _own_work.extend(listed)
        _handed_in.update(handed_in)
        self._watched = {name: _watch(name) for name in listed if "." in name}
        _absent.extend(["scipy"] if operator_patterns(listed) else [])

    def start(self) -> None:
        """Forget what was seen and begin."""
        _told()
        _run()
        _entered.clear()
        _mark()

    def stop(self) -> tuple[list[str], bool]:
        """The operators that ran and functions that were entered, sorted, and whether the trace
        was on from beginning to end."""
        entered = {*_entered}
        _mark()
        _stop()
        counts = profile.counted(_told())
        # A module that was loaded anew has functions that nobody watches.
        unwatched = [name for name, noted in self._watched.items() if _found(name) is not noted]
        if not counts or counts.pop(_MARK, 0) < 2 or unwatched or _touched:
            return _sorted(entered), False
        return _sorted(entered.union(counts)), True


def _told() -> str:
    """What the profiler counted since it was last asked."""
    _print(_where, 1, 1, 0, 0)  # and forget it; as JSON, by total time, the largest first
    return _read(_printed).decode("latin-1")  # a character is a byte, however a name was cut


def _watch(name: str) -> Callable[..., Any]:
    """Note each entry into the function `name`, such as `mxnet.initializer.Xavier.__call__`; one
    that a class inherits becomes its own, so that nobody else who inherits it is noted."""
    owner, attribute = _resolve(name)
    original: Any = getattr(owner, attribute)

    @wraps(original)
    def noted(*args: Any, **kwargs: Any) -> Any:
        _entered.append(name)
        return original(*args, **kwargs)

    del noted.__wrapped__  # it leads past this
    setattr(owner, attribute, noted)
    _watching.append(noted)
    _files.add(original.__code__.co_filename)
    return noted


def _found(name: str) -> Any:
    """The function `name`, as MXNet would find it now."""
    owner, attribute = _resolve(name)
    return getattr(owner, attribute, None)


def _resolve(name: str) -> tuple[Any, str]:
    """The module or class that holds the function `name`, and the attribute's name there."""
    *parts, attribute = name.split(".")
    for end in range(len(parts), 0, -1):
        owner: Any = sys.modules.get(".".join(parts[:end]))
        if owner:
            for part in parts[end:]:
                owner = getattr(owner, part)
            return owner, attribute
    raise ModuleNotFoundError(name)
