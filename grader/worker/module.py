"""A solution's source becomes a module, and what was noticed on the way is told."""

from __future__ import annotations

import ast
import linecache
import os
import sys
import types
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path

import msgspec
import mxnet as mx

from grader.magics import COMMAND
from grader.worker import definitions, failures, notebook, parsing, siblings, spelling
from grader.worker.callers import Line
from grader.worker.protocol import LEFT_OUT, Failure, Frame, Job, Loaded, Use, short, texts
from grader.worker.statements import Statements

_MAX_NOTES = 10
_MAX_PLACES = 20
_MAX_DEFINED = 50
_PATIENCE = 0.8
"""The share of the judge's that the loading may take until the statement that runs is stopped."""


class Solution:
    """The module of one job, and what was noticed while it was loaded."""

    def __init__(
        self, job: Job, stubs: Iterable[str], own_work: Iterable[str], patch: str = ""
    ) -> None:
        """`patch`: statements executed after the job's own."""
        self.module = types.ModuleType(job.exercise)
        self.module.__file__ = job.filename
        # As if everything lay in one package: `from .utils import f` finds the file beside this.
        self.module.__path__ = [""]
        self.module.__package__ = ".".join([job.exercise, *job.filename.split("/")[:-1]])
        self.file = job.filename
        self.texts = texts(job)
        others = siblings.install(job.siblings, job.filename, self.texts.values())
        self.files = frozenset({*self.texts, *others})
        sys.modules[job.exercise] = self.module
        for name, text in self.texts.items():
            siblings.show(name, text)
        # Or Jupyter, or Colab, has made a file of a notebook.
        if job.cells or "get_ipython" in job.source or COMMAND.search(job.source):
            notebook.prepare(self.module)
        self._stubs = list(stubs)
        self._own_work = list(own_work)
        self._trees: dict[str, ast.Module] = {}
        self.loaded = self._load(job, patch)

    def describe(self, error: BaseException) -> Failure:
        """`error` as data, with the lines of this solution's files."""
        return failures.describe(error, self.file, self.files)

    @cached_property
    def uses(self) -> list[Use]:
        """Where it spells names of `own_work`."""
        return [
            msgspec.structs.replace(use, file=failures.shown(name, self.file))
            for name, tree in self._trees.items()
            for use in spelling.uses(tree, self.texts[name], self._own_work)
        ][:_MAX_PLACES]

    def use(self, called: Line) -> Use:
        """The place from which an operator was called."""
        name, file, line = called
        source = linecache.getline(file, line).strip()[:200]
        return Use(short(name), line, short(source), failures.shown(file, self.file), called=True)

    def _load(self, job: Job, patch: str) -> Loaded:
        try:
            parsed = parsing.parsed(self.texts, cells=bool(job.cells))
            self._trees = {n: tree for n, tree in parsed.items() if isinstance(tree, ast.Module)}
            definitions.drop_stubs_below(self._trees.values(), self._stubs)
            for tree in self._trees.values():
                definitions.mark_empty(tree, self._stubs)
            statements = Statements(
                parsed, self.module, self._stubs, self.files, cells=bool(job.cells)
            )
            with _left_as_it_was():
                raised = statements.run(bare=job.bare, seconds=_PATIENCE * job.seconds)
            notes = [Failure(LEFT_OUT, "")] if job.bare else []
            notes += [self.describe(error) for error in [*parsing.commands(job), *raised]]
            if patch:
                exec(compile(patch, job.filename, "exec"), self.module.__dict__)
            definitions.unmark_filled(self.module.__dict__.get(stub) for stub in self._stubs)
        except BaseException as error:
            return Loaded(failure=self.describe(error))
        found = [(n, node) for n, tree in self._trees.items() for node in definitions.of(tree)]
        missing = statements.missing()
        counts = Counter(node.name for _, node in found)
        return Loaded(
            notes=[note for note in notes if not note.unfilled][:_MAX_NOTES],
            missing=missing,
            bound=[stub for stub in missing if stub in self.module.__dict__],
            defined=[short(node.name)[:100] for _, node in found][:_MAX_DEFINED],
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

    def _frame(self, name: str, line: int, function: str, shown: int) -> Frame:
        """A place in the file or cell `name`, with the source of its line `shown`."""
        source = linecache.getline(name, shown).strip()[:200]
        return Frame(line, short(function), short(source), failures.shown(name, self.file))


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
