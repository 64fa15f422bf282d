"""`pytest exercises/` collects each check as a test.

pytest finds this plugin by its entry point, in every run.  So nothing is imported here but pytest
until it meets a folder of exercises: one with the ledger that `grader course stubs` writes.  There
the files named in the ledger are collected, `softmax.py::equals_reference` and so on; an exercise
is graded as a whole when the first of its checks runs, by one worker that stays warm.

A check that did not pass fails, also where nothing was begun: pytest's exit status counts what is
skipped as success, and so would whoever relies on it.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Generator, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from grader import ledger

if TYPE_CHECKING:
    from grader.course import Check
    from grader.course.loading import Course
    from grader.practice import Practice
    from grader.report.record import Report

_PRACTICES = pytest.StashKey["dict[Path, Practice]"]()
_handed_out = cache(ledger.read)
_WIDEST = 100
"""Columns of a failure's text."""


class NotPassed(Exception):
    """Its text is what the report says on a check."""


class ExerciseFile(pytest.File):
    """One exercise; its tests are the checks that the course makes of it."""

    def collect(self) -> Iterator[CheckItem]:
        """One item per check, in the course's order."""
        from grader.course.loading import CourseError

        try:
            entry = _course(self.path.parent).entry(self.path.stem)
        except CourseError as error:
            raise self.CollectError(str(error)) from None
        for check in entry.exercise.checks:
            item: CheckItem = CheckItem.from_parent(self, name=check.name)
            item.line = self._line_of(_tested(check, entry.exercise.stubs))
            yield item

    @cached_property
    def report(self) -> Report:
        """On this exercise alone.  Raises what `Practice` raises, and SubmissionError."""
        practice = _warm(self.config, self.path.parent)
        return practice.grade(practice.of_file(self.path))

    @cached_property
    def _lines(self) -> list[str]:
        try:
            return self.path.read_text(encoding="utf-8", errors="replace").split("\n")
        except OSError:  # as each of the checks will tell
            return []

    def _line_of(self, stub: str) -> int:
        """Where the file defines the stub, from 0; 0 where it does not."""
        begins = re.compile(rf"(?:def|class)\s+{re.escape(stub)}\b")
        return next((i for i, line in enumerate(self._lines) if begins.match(line)), 0)


class CheckItem(pytest.Item):
    """One check of an exercise."""

    line = 0
    """Where in the file stands what it checks, from 0."""

    def runtest(self) -> None:
        """Grade the exercise, unless one of its checks has run, and look this check up."""
        from grader.command import course_to_name
        from grader.report import excerpt
        from grader.report.again import Again
        from grader.report.words import from_here

        assert isinstance(self.parent, ExerciseFile)
        report = self.parent.report
        exercise = report.exercises[0]
        course = course_to_name(_course(self.path.parent).folder)
        again = Again(_program(), from_here(report.submission), report.seed, course)
        width = min(shutil.get_terminal_size().columns, _WIDEST)
        for check in exercise.checks:
            if check.name != self.name:
                continue
            if check.status != "passed":
                said = excerpt.of_check(exercise, check, again, width=width)
                raise NotPassed("\n\n".join([said, *report.notes]))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The report's own words; of what is not the work's fault one sentence."""
        from grader.failure import ToldError
        from grader.language import _

        error = excinfo.value
        if isinstance(error, ToldError) and error.innocent:
            innocent = _("This is not the submission's fault.")
            return f"{error}\n{innocent}"
        if isinstance(error, NotPassed | ToldError):
            return str(error)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where an editor shows the test, and what its failure is headed."""
        return self.path, self.line, f"{self.path.name}::{self.name}"


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
    """An exercise is collected as one and as nothing else: pytest itself would import the file."""
    if not _is_exercise(file_path, asked_for=parent.session.isinitpath(file_path)):
        return (yield)
    yield
    made: ExerciseFile = ExerciseFile.from_parent(parent, path=file_path)
    return [made]


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the worker with the test run."""
    for practice in config.stash.get(_PRACTICES, {}).values():
        practice.close()


def _is_exercise(path: Path, *, asked_for: bool) -> bool:
    """Whether the ledger beside the file names it.  A notebook stands for itself only where it is
    asked for or alone: otherwise what it holds counts under the name of the file."""
    if path.suffix == ".py":
        return path.stem in _handed_out(path.parent)
    if path.suffix != ".ipynb" or path.name not in _handed_out(path.parent):
        return False
    return asked_for or not path.with_suffix(".py").exists()


@cache
def _course(folder: Path) -> Course:
    from grader.language import use
    from grader.practice import course_beside

    use()
    return course_beside(folder)


def _warm(config: pytest.Config, folder: Path) -> Practice:
    """The grader for the exercises in the folder, which lives as long as the test run."""
    from grader.practice import Practice

    practices = config.stash.setdefault(_PRACTICES, {})
    if folder not in practices:
        practices[folder] = Practice(folder)
    return practices[folder]


def _tested(check: Check, stubs: list[str]) -> str:
    """The first of the stubs that the probe names, or else the first of all."""
    named = getattr(getattr(check.probe, "__code__", None), "co_names", ())
    return next((stub for stub in stubs if stub in named), stubs[0] if stubs else "")


def _program() -> str:
    """How a shell can call the grader: by its name, or else where this environment has it."""
    from grader.report.safe import quote
    from grader.report.words import from_here

    return "grader" if shutil.which("grader") else quote(from_here(f"{sys.prefix}/bin/grader"))
