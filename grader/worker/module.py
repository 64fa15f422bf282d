"""A solution's source becomes a module.

The source runs one top-level statement at a time, as a notebook runs its cells: a demonstration
below the stubs that raises (no GPU here, a package that is not installed) is noted, and what the
file defines is still graded; so it is if a statement ends the program or takes too long.  Of a
notebook, cells that are no Python are noted, too.
"""

from __future__ import annotations
import __future__

import ast
import linecache
import os
import signal
import sys
import time
import types
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path

import msgspec
import mxnet as mx

from grader.course.own_work import matches, spelled
from grader.magics import COMMAND
from grader.worker import definitions, failures, notebook, siblings
from grader.worker.callers import Line
from grader.worker.protocol import LEFT_OUT, Failure, Frame, Job, Loaded, Use, short, texts

_MAX_NOTES = 10
_MAX_PLACES = 20
_NO_PYTHON = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What parsing and compiling raise."""

_PATIENCE = 0.8
"""The share of the judge's that the loading may take until the statement that runs is stopped."""

_AGAIN = 0.05
"""Seconds until it is stopped again, should it still run."""

_LITTLE = 0.3
"""Seconds that each statement has once one was stopped."""

_LIBRARIES = ("mxnet", "numpy")
"""What these have is nobody's own definition of a stub."""

_Parsed = dict[str, ast.Module | BaseException]
"""By name; what parsing a cell raised in place of its tree."""


class TooLong(BaseException):
    """A statement was stopped."""


class Solution:
    """The module of one job, and what was noticed while it was loaded."""

    def __init__(self, job: Job, stubs: Iterable[str], own_work: Iterable[str]) -> None:
        self.module = types.ModuleType(job.exercise)
        self.module.__file__ = job.filename
        self.file = job.filename
        self.texts = texts(job)
        self.files = frozenset({*self.texts, *siblings.install(job.siblings, job.filename)})
        sys.modules[job.exercise] = self.module
        for name, text in self.texts.items():
            siblings.show(name, text)
        # Or Jupyter, or Colab, has made a file of a notebook.
        if job.cells or "get_ipython" in job.source or COMMAND.search(job.source):
            notebook.prepare(self.module)
        self._stubs = list(stubs)
        self._own_work = list(own_work)
        self._trees: dict[str, ast.Module] = {}
        self.loaded = self._load(job)

    def describe(self, error: BaseException) -> Failure:
        """`error` as data, with the lines of this solution's files."""
        return failures.describe(error, self.file, self.files)

    @cached_property
    def uses(self) -> list[Use]:
        """Where it spells names of `own_work`."""
        # Not splitlines: only a line feed ends a line of Python, a form feed does not.
        return [
            msgspec.structs.replace(use, file=failures.shown(name, self.file))
            for name, tree in self._trees.items()
            for use in _uses(tree, self.texts[name].split("\n"), self._own_work)
        ][:20]

    def use(self, called: Line) -> Use:
        """The place from which an operator was called."""
        name, file, line = called
        source = linecache.getline(file, line).strip()[:200]
        return Use(short(name), line, short(source), failures.shown(file, self.file), called=True)

    def _load(self, job: Job) -> Loaded:
        try:
            parsed = _parsed_cells(self.texts) if job.cells else _parsed_file(self.texts)
            self._trees = {n: tree for n, tree in parsed.items() if isinstance(tree, ast.Module)}
            for tree in self._trees.values():
                definitions.mark_empty(tree, self._stubs)
            with _left_as_it_was(), self._stopped_after(_PATIENCE * job.seconds):
                raised = list(self._execute(parsed, cells=bool(job.cells), bare=job.bare))
            notes = [Failure(LEFT_OUT, "")] if job.bare else []
            notes += [self.describe(error) for error in [*self._commands(job), *raised]]
            if job.patch:
                exec(compile(job.patch, job.filename, "exec"), self.module.__dict__)
            definitions.unmark_filled(self.module.__dict__.get(stub) for stub in self._stubs)
        except BaseException as error:
            return Loaded(failure=self.describe(error))
        found = [(n, node) for n, tree in self._trees.items() for node in definitions.of(tree)]
        missing = self._missing()
        counts = Counter(node.name for _, node in found)
        return Loaded(
            notes=[note for note in notes if not _is_unfilled(note)][:_MAX_NOTES],
            missing=missing,
            bound=[stub for stub in missing if stub in self.module.__dict__],
            defined=[short(node.name)[:100] for _, node in found][:50],
            repeated=[
                self._frame(name, node.lineno, node.name, node.lineno)
                for name, node in found
                if node.name in self._stubs and counts[node.name] > 1
            ][:_MAX_PLACES],
            inside=[
                self._frame(name, node.lineno, node.name, outer.lineno)
                for name, tree in self._trees.items()
                for node, outer in definitions.inside(tree, missing)
            ][:_MAX_PLACES],
        )

    def _commands(self, job: Job) -> Iterator[SyntaxError]:
        """What Python says of a file that holds a notebook's commands and was read without them."""
        if not job.cells and COMMAND.search(job.source):
            try:
                ast.parse(job.source, job.filename)
            except SyntaxError as error:
                yield error

    def _frame(self, name: str, line: int, function: str, shown: int) -> Frame:
        """A place in the file or cell `name`, with the source of its line `shown`."""
        source = linecache.getline(name, shown).strip()[:200]
        return Frame(line, short(function), short(source), failures.shown(name, self.file))

    def _missing(self) -> list[str]:
        return [stub for stub in self._stubs if not callable(self.module.__dict__.get(stub))]

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
            if frame.f_code.co_name == "<module>" and frame.f_code.co_filename in self.texts:
                found = frame.f_code
            frame = frame.f_back
        return found

    @cached_property
    def _needed(self) -> set[ast.stmt]:
        """The statements that are no demonstrations."""
        return definitions.needed([*self._trees.values()], self._stubs)

    def _execute(self, parsed: _Parsed, *, cells: bool, bare: bool) -> Iterator[BaseException]:
        """Run the statements in order; yield what a statement raised and go on.

        A file that is `bare` is run without its demonstrations; so is what stands below a statement
        that takes too long.  Once all stubs are there SystemExit ends the loading of a file.  Where
        a file has no stub in the end, such a statement is why, and is raised; so are SystemExit's
        like and what is no Python, always.
        """
        flags = 0
        ended: BaseException | None = None
        for name, tree in parsed.items():
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
                except _NO_PYTHON as error:
                    if not cells:
                        raise
                    yield error
                    continue
                defined = self._defined()
                try:
                    exec(code, self.module.__dict__)
                except Exception as error:
                    yield error
                except TooLong as error:
                    yield error
                    ended = error
                except SystemExit as error:
                    yield error
                    if not cells and not self._missing():
                        return
                    ended = ended or error
                self._keep(defined)
        if ended and self._stubs and self._missing() == self._stubs and not cells:
            raise ended

    def _defined(self) -> dict[str, object]:
        """The stubs that the file has defined itself."""
        found = {stub: self.module.__dict__.get(stub) for stub in self._stubs}
        own = (types.FunctionType, type)
        return {
            stub: value
            for stub, value in found.items()
            if isinstance(value, own) and value.__module__ == self.module.__name__
        }

    def _is_foreign(self, value: object) -> bool:
        """Whether it is a function of another file than the submission's, or MXNet's or NumPy's
        class, or of such a class."""
        if isinstance(value, types.FunctionType):
            return value.__code__.co_filename not in self.files
        made = value if isinstance(value, type) else type(value)
        return str(made.__module__).partition(".")[0] in _LIBRARIES

    def _keep(self, defined: dict[str, object]) -> None:
        """Let a stub that was `defined` stay what it is where a demonstration gives the name to
        something else, a number or what a library has: `dropout = 0.5`, `import *`."""
        for stub, value in defined.items():
            now = self.module.__dict__.get(stub)
            if stub in self.module.__dict__ and (not callable(now) or self._is_foreign(now)):
                self.module.__dict__[stub] = value


@contextmanager
def _left_as_it_was() -> Iterator[None]:
    """Undo what a demonstration may leave switched on, and no probe expects: an exercise is about
    NDArrays, where npx.set_np() would have nets compute with others; probes record what they
    differentiate, train what they train and export into the current folder; and MXNet warns.
    """
    folder = Path.cwd()
    try:
        with warnings.catch_warnings():
            yield
    finally:
        mx.util.reset_np()
        mx.autograd.set_recording(False)
        mx.autograd.set_training(False)
        with suppress(OSError):  # it is gone
            os.chdir(folder)


def _parsed_file(texts: dict[str, str]) -> _Parsed:
    return {
        name: notebook.parse(text, name) if COMMAND.search(text) else ast.parse(text, name)
        for name, text in texts.items()
    }


def _parsed_cells(texts: dict[str, str]) -> _Parsed:
    parsed: _Parsed = {}
    for name, text in texts.items():
        try:
            parsed[name] = notebook.parse(text, name)
        except SyntaxError as error:
            parsed[name] = error
        except _NO_PYTHON as error:
            parsed[name] = SyntaxError(f"{type(error).__name__}: {error}", (name, 1, 1, ""))
    return parsed


def _is_unfilled(note: Failure) -> bool:
    return note.type == "NotImplementedError" and note.own_raise


def _uses(tree: ast.Module, lines: list[str], own_work: list[str]) -> list[Use]:
    """Where the source spells a name of `own_work`, as an attribute, an import or a string."""
    patterns = spelled(own_work)
    uses = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            names = [node.attr]
        elif isinstance(node, ast.ImportFrom):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            names = [node.value] if node.value.isidentifier() else []
        else:
            continue
        for name in names:
            if any(matches(name, pattern) for pattern in patterns):
                source = lines[node.lineno - 1].strip() if node.lineno <= len(lines) else ""
                uses.append(Use(short(name), node.lineno, source[:200]))
    return sorted(uses, key=lambda use: use.line)[:20]
