"""`import mxnet` in half the time: without compiling what was compiled before, without SciPy.

At every import MXNet writes 2,300 functions as text, one for each of its operators, and compiles
them, which takes half of the time.  The texts are the same each time but for one number, the
operator's address in this process.  So `python -m grader.worker.mxnet_import`, which sets up the
environment, keeps what they were compiled to, and later imports put their own addresses in.  What
was not kept is compiled as ever.
"""

from __future__ import annotations

import builtins
import hashlib
import marshal
import re
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import CodeType
from typing import Any

_KEPT = Path(sysconfig.get_path("purelib")) / "gluon_grader_operators.marshal"
_CALL = re.compile(r"(?<=\n    return )(_imperative_invoke|_symbol_creator)\((\d+), ")
"""How an operator's function ends: with the operator's address."""
_PLACE = 0x6F70657261746F72
"""Stands for the address in what is kept; no other constant of these functions is this large."""


def run() -> None:
    """Import MXNet.  SciPy, which only its quantisation tools want and which would take a third
    of the time, stays out; a submission that imports SciPy itself still finds it."""
    codes: dict[bytes, CodeType] = {}
    with suppress(OSError, ValueError, EOFError, TypeError):
        codes = dict(marshal.loads(_KEPT.read_bytes()))  # noqa: S302  (as safe as .pyc files here)
    with without_scipy(), _compiling_less(codes):
        import mxnet  # noqa: F401  (the import is what is wanted)


def keep() -> None:
    """Import MXNet and write down what its operators' functions were compiled to."""
    codes: dict[bytes, CodeType] = {}
    with _compiling_less(codes):
        import mxnet  # noqa: F401  (the import is what is wanted)
    partial = _KEPT.with_suffix(".partial")
    partial.write_bytes(marshal.dumps(codes))
    partial.replace(_KEPT)


@contextmanager
def without_scipy() -> Iterator[None]:
    """Meanwhile Python says that SciPy is not there."""
    found = sys.modules.pop("scipy", None)
    sys.modules["scipy"] = None  # type: ignore[assignment]  # how Python marks what cannot be found
    try:
        yield
    finally:
        del sys.modules["scipy"]
        sys.modules.update({"scipy": found} if found else {})


@contextmanager
def _compiling_less(codes: dict[bytes, CodeType]) -> Iterator[None]:
    """Meanwhile `exec` takes the code of operators' functions from `codes`, or adds it there."""
    plain = builtins.exec

    def execute(
        source: Any, globals_: dict[str, Any] | None = None, locals_: Any = None, /, **more: Any
    ) -> None:
        if globals_ is None:  # the caller's, not this function's
            frame = sys._getframe(1)  # noqa: SLF001  (the one way to a caller's names)
            globals_, locals_ = frame.f_globals, frame.f_locals if locals_ is None else locals_
        call = _CALL.search(source) if isinstance(source, str) else None
        if call:
            source = _operator(source, call, codes)
        plain(source, globals_, locals_, **more)

    builtins.exec = execute
    try:
        yield
    finally:
        builtins.exec = plain


def _operator(source: str, call: re.Match[str], codes: dict[bytes, CodeType]) -> CodeType:
    """The code of one operator's function, with its address."""
    start, end = call.span(2)
    general = f"{source[:start]}{_PLACE}{source[end:]}"
    key = hashlib.blake2b(general.encode(), digest_size=16).digest()
    if key not in codes:
        codes[key] = compile(general, "<string>", "exec", dont_inherit=True)
    return _with_constants(codes[key], {_PLACE: int(call[2])})


def _with_constants(code: CodeType, new: Mapping[Any, Any]) -> CodeType:
    """`code` with other constants, in the functions that it defines too."""
    return code.replace(
        co_consts=tuple(
            _with_constants(constant, new)
            if isinstance(constant, CodeType)
            else new.get(constant, constant)
            for constant in code.co_consts
        )
    )


if __name__ == "__main__":
    keep()
