"""A source's top-level statements run one at a time, as a notebook runs its cells.

A demonstration below the stubs that raises (no GPU here, a package that is not installed) is noted,
and what the file defines is still graded; so it is if a statement ends the program or takes too
long.  Of a notebook, cells that are no Python are noted, too.
"""

from __future__ import annotations
import __future__

import ast
import signal
import time
import types
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property

from grader.worker import definitions
from grader.worker.parsing import NO_PYTHON, Parsed

_AGAIN = 0.05
"""Seconds until a statement is stopped again, should it still run."""

_LITTLE = 0.3
"""Seconds that each statement has once one was stopped."""

_LIBRARIES = ("mxnet", "numpy")
"""What these have is nobody's own definition of a stub."""


class TooLong(BaseException):
    """A statement was stopped."""


class Statements:
    """The statements of one source's files, or cells, to be run in `module`."""

    def __init__(
        self,
        parsed: Parsed,
        module: types.ModuleType,
        stubs: Sequence[str],
        files: Collection[str],
        *,
        cells: bool,
    ) -> None:
        """`files`: the names of all files of the submission's; `cells`: whether a notebook's."""
        self._parsed = parsed
        self._module = module
        self._stubs = stubs
        self._files = files
        self._cells = cells

    def run(self, *, bare: bool, seconds: float) -> list[BaseException]:
        """Run them in order and go on behind one that raises; what they raised.

        The one that runs after so many `seconds` is stopped, unless that is 0.  Those of a file
        that is `bare` are run without its demonstrations; so are those below one that takes too
        long.  Once all stubs are there SystemExit ends the loading of a file.  Where a file has no
        stub in the end, such a statement is why, and is raised; so are SystemExit's like and what
        is no Python, always.
        """
        with self._stopped_after(seconds):
            return list(self._run(bare=bare))

    def missing(self) -> list[str]:
        """The stubs that are not there, or nothing that can be called."""
        return [stub for stub in self._stubs if not callable(self._module.__dict__.get(stub))]

    def _run(self, *, bare: bool) -> Iterator[BaseException]:
        flags = 0
        ended: BaseException | None = None
        for name, tree in self._parsed.items():
            if not isinstance(tree, ast.Module):
                yield tree
                continue
            for node in tree.body:
                if (bare or isinstance(ended, TooLong)) and node not in self._needed:
                    continue
                if isinstance(node, ast.ImportFrom) and node.module == "__future__":
                    for feature in node.names:
                        # An unknown feature is a SyntaxError, which `compile` raises.
                        known = getattr(__future__, feature.name, None)
                        flags |= getattr(known, "compiler_flag", 0)
                statement = ast.Module([node], type_ignores=[])
                try:
                    code = compile(statement, name, "exec", flags=flags, dont_inherit=True)
                except NO_PYTHON as error:
                    if not self._cells:
                        raise
                    yield error
                    continue
                defined = self._defined()
                try:
                    exec(code, self._module.__dict__)
                except Exception as error:
                    yield error
                except TooLong as error:
                    yield error
                    ended = error
                except SystemExit as error:
                    yield error
                    if not self._cells and not self.missing():
                        return
                    ended = ended or error
                self._keep(defined)
        if ended and self._stubs and self.missing() == self._stubs and not self._cells:
            raise ended

    @contextmanager
    def _stopped_after(self, seconds: float) -> Iterator[None]:
        """Raise TooLong in the statement that runs then, until it ends: `except:` swallows one; and
        in a later one that takes more than _LITTLE."""
        first: types.CodeType | None = None
        last: types.CodeType | None = None
        since = 0.0

        def stop(_number: int, frame: types.FrameType | None) -> None:
            nonlocal first, last, since
            running = self._statement(frame)
            if running is not last:
                last, since = running, time.monotonic()
            first = first or running
            if running and (running is first or time.monotonic() - since > _LITTLE):
                raise TooLong(f"stopped after {seconds if running is first else _LITTLE:g} s")

        if not seconds:
            yield
            return
        signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _statement(self, frame: types.FrameType | None) -> types.CodeType | None:
        """The solution's statement that runs in `frame`; None in a destructor, which would swallow
        what is raised there, and print it.
        """
        found = None
        while frame:
            if frame.f_code.co_name == "__del__":
                return None
            if frame.f_code.co_name == "<module>" and frame.f_code.co_filename in self._parsed:
                found = frame.f_code
            frame = frame.f_back
        return found

    @cached_property
    def _needed(self) -> set[ast.stmt]:
        """The statements that are no demonstrations."""
        trees = [tree for tree in self._parsed.values() if isinstance(tree, ast.Module)]
        return definitions.needed(trees, self._stubs)

    def _defined(self) -> dict[str, object]:
        """The stubs that the file has defined itself."""
        found = {stub: self._module.__dict__.get(stub) for stub in self._stubs}
        own = (types.FunctionType, type)
        return {
            stub: value
            for stub, value in found.items()
            if isinstance(value, own) and value.__module__ == self._module.__name__
        }

    def _is_foreign(self, value: object) -> bool:
        """Whether it is a function of another file than the submission's, or MXNet's or NumPy's
        class, or of such a class."""
        if isinstance(value, types.FunctionType):
            return value.__code__.co_filename not in self._files
        made = value if isinstance(value, type) else type(value)
        return str(made.__module__).partition(".")[0] in _LIBRARIES

    def _keep(self, defined: dict[str, object]) -> None:
        """Let a stub that was `defined` stay what it is where a demonstration gives the name to
        something else, a number, what a library has, or what another stub makes: `dropout = 0.5`,
        `import *`, `dropout = Dropout(0.5)`."""
        names = self._module.__dict__
        for stub, value in defined.items():
            now = names.get(stub)
            made = any(type(now) is names.get(other) for other in self._stubs)
            if stub in names and (not callable(now) or made or self._is_foreign(now)):
                names[stub] = value
