"""The quick import gives the very MXNet that a plain one gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

OPERATORS = """
import sys, types
import mxnet as mx
places = (mx.nd, mx.sym, mx.nd._internal, mx.sym._internal, mx.nd.op, mx.np, mx.npx, mx.nd.contrib)
def general(code):
    # An address is the one large number; everything else must be the same.
    kept = [general(c) if isinstance(c, types.CodeType) else c for c in code.co_consts]
    kept = ["address" if isinstance(c, int) and c > 2**20 else c for c in kept]
    return code.co_name, code.co_code, code.co_names, code.co_varnames, repr(kept)
found = {
    f"{place.__name__}.{name}": (general(f.__code__), f.__doc__, f.__module__, f.__defaults__)
    for place in places for name, f in vars(place).items() if isinstance(f, types.FunctionType)
}
import hashlib
text = repr(sorted((name, repr(what)) for name, what in found.items()))
print(len(found), hashlib.sha256(text.encode()).hexdigest())
X = mx.nd.array([[1.0, 2.0], [3.0, 5.0]])
print(mx.nd.dot(X, X).asnumpy().tolist(), mx.sym.exp(mx.sym.var("x")).list_arguments())
"""
PLAIN = "import mxnet"
QUICK = "from grader.worker import mxnet_import; mxnet_import.run()"
ELSEWHERE = "mxnet_import._KEPT = mxnet_import.Path({!r})"


def after(*lines: str) -> str:
    done = subprocess.run(
        [sys.executable, "-I", "-c", "\n".join([*lines, OPERATORS])],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout


@pytest.fixture(scope="module")
def plain() -> str:
    return after(PLAIN)


def test_every_operator_is_as_a_plain_import_makes_it(plain: str) -> None:
    assert int(plain.split(maxsplit=1)[0]) > 1000
    assert after(QUICK) == plain


@pytest.mark.parametrize("content", [None, b"N"])
def test_without_what_was_kept_all_is_compiled(
    plain: str, tmp_path: Path, content: bytes | None
) -> None:
    kept = tmp_path / "kept"
    if content is not None:
        kept.write_bytes(content)
    quick = QUICK.replace(";", f"; {ELSEWHERE.format(str(kept))};")
    assert after(quick) == plain


def test_what_was_kept_is_used(tmp_path: Path) -> None:
    elsewhere = ELSEWHERE.format(str(tmp_path / "kept"))
    keep = f"from grader.worker import mxnet_import; {elsewhere}; mxnet_import.keep()"
    after(keep)
    count = """
import builtins
compiled = []
real = compile
def counting(*arguments, **more):
    compiled.append("_null" in str(arguments[0]).lower())
    return real(*arguments, **more)
builtins.compile = counting
"""
    tell = "print(sum(compiled))"
    with_it = after(count, QUICK.replace(";", f"; {elsewhere};"), tell)
    assert with_it.splitlines()[0] == "0"
    nothing = ELSEWHERE.format(str(tmp_path / "nothing"))
    without = after(count, QUICK.replace(";", f"; {nothing};"), tell)
    assert int(without.splitlines()[0]) > 1000


def test_scipy_is_found_afterwards() -> None:
    tell = "import scipy.special; print(scipy.special.expit(0))"
    assert after(QUICK, tell).splitlines()[0] == "0.5"
