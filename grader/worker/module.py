"""A solution's source becomes a module.

The source runs one top-level statement at a time, as a notebook runs its cells: a demonstration
below the stubs that raises (no GPU here, a package that is not installed) is noted, and what the
file defines is still graded.
"""

from __future__ import annotations
import __future__

import ast
import sys
import types
from collections.abc import Iterable

from grader.course.own_work import matches
from grader.worker import failures, siblings
from grader.worker.protocol import Failure, Job, Loaded, Use, short

_MAX_NOTES = 10


class Solution:
    """The module of one job, and what was noticed while it was loaded."""

    def __init__(self, job: Job, stubs: Iterable[str], own_work: Iterable[str]) -> None:
        self.module = types.ModuleType(job.exercise)
        self.module.__file__ = job.filename
        self.file = job.filename
        self.files = frozenset({job.filename, *siblings.install(job.siblings)})
        sys.modules[job.exercise] = self.module
        siblings.show(job.filename, job.source)
        self.loaded = self._load(job, list(stubs), list(own_work))

    def describe(self, error: BaseException) -> Failure:
        """`error` as data, with the lines of this solution's files."""
        return failures.describe(error, self.file, self.files)

    def _load(self, job: Job, stubs: list[str], own_work: list[str]) -> Loaded:
        try:
            tree = ast.parse(job.source, job.filename)
            # Not splitlines: only a line feed ends a line of Python, a form feed does not.
            uses = _uses(tree, job.source.split("\n"), own_work)
            notes = [self.describe(error) for error in self._execute(tree)]
            if job.patch:
                exec(compile(job.patch, job.filename, "exec"), self.module.__dict__)
        except BaseException as error:
            return Loaded(failure=self.describe(error))
        names = self.module.__dict__
        return Loaded(
            notes=[note for note in notes if not _is_unfilled(note)][:_MAX_NOTES],
            missing=[stub for stub in stubs if not callable(names.get(stub))],
            defined=[
                short(node.name)
                for node in tree.body
                if isinstance(node, ast.FunctionDef | ast.ClassDef)
            ][:50],
            uses=uses,
        )

    def _execute(self, tree: ast.Module) -> Iterable[Exception]:
        """Run the statements in order; yield what a statement raised and go on.

        SystemExit and its like end the loading, as they would end an import.
        """
        flags = 0
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.module == "__future__":
                for name in node.names:
                    # An unknown feature is a SyntaxError, which `compile` raises.
                    feature = getattr(__future__, name.name, None)
                    flags |= getattr(feature, "compiler_flag", 0)
            statement = ast.Module([node], type_ignores=[])
            code = compile(statement, self.file, "exec", flags=flags, dont_inherit=True)
            try:
                exec(code, self.module.__dict__)
            except Exception as error:
                yield error


def _is_unfilled(note: Failure) -> bool:
    return note.type == "NotImplementedError" and note.own_raise


def _uses(tree: ast.Module, lines: list[str], own_work: list[str]) -> list[Use]:
    """Where the source spells a name of `own_work`, as an attribute, an import or a string."""
    patterns = [entry.split(".")[-2] if "." in entry else entry for entry in own_work]
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
