"""`solutions/` becomes a `Course`.

`checks.py` and `oracle.py` are executed here: they are the instructor's, and import no MXNet at
their top level.
`reference.py` and `mistakes.py` are only read as text; they run in a worker.

A course that was handed out to students (`grader.releasing`) has a stub and an answer key in their
place, and its checks are packed.
"""

from __future__ import annotations

import ast
import inspect
import sys
import types
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from grader.course.exercise import Exercise

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


FOLDERS = ("solutions", "course")
"""What a course's folder is called: the author's, and the students' copy, which solves nothing."""
ANSWERS = "answers.bin"
"""An exercise's answer key, in a course that was handed out."""
CHECKS = "checks.bin"
"""Its `checks.py`, compressed: whoever looks around should not come upon all hints at once, nor on
what a probe does right in the place of a stub."""
STUB = "stub.py"
"""The reference of such a course, with the student's part left out."""


class CourseError(Exception):
    """The course's own files are wrong; the message names the file and the remedy."""


class ReferenceFailed(Exception):
    """A reference does not answer its own checks: the course is wrong, not a submission."""


@dataclass(frozen=True)
class KnownMistake:
    """A wrong version: its sentence, and the statements that turn the reference into it."""

    name: str
    sentence: str
    patch: str


@dataclass(frozen=True)
class Oracle:
    """An exercise's answers from its formulas, by no MXNet call."""

    path: Path
    answers: dict[str, Callable[[Any, Sequence[Any]], Any]]
    """A function for each check that has one: of an array namespace (NumPy or CuPy) and of what
    the case handed out, floats in float64."""
    without: dict[str, str]
    """Checks of the others, each with the reason why there is nothing to compute."""
    single: dict[str, str]
    """Checks that are compared in float32's allowance alone, each with the reason."""


@dataclass(frozen=True)
class Entry:
    """One exercise of the course, with its sources."""

    id: str
    section: str
    exercise: Exercise
    reference: str
    checks: str
    folder: Path
    released: bool = False
    """Whether this is a student's copy: `reference` is the stub, and an answer key says what the
    reference would answer (`grader.grading.released`)."""

    @property
    def filename(self) -> str:
        """The file that a student hands in."""
        return f"{self.id}.py"

    @cached_property
    def mistakes(self) -> tuple[KnownMistake, ...]:
        """Read when they are first wanted, which right work never does; a student's copy has none.
        Raises CourseError."""
        return () if self.released else _mistakes(self.folder / "mistakes.py")

    @cached_property
    def oracle(self) -> Oracle:
        """Read when it is first wanted; empty where there is no file.  Raises CourseError."""
        return _oracle(self.folder / "oracle.py", self.exercise)


@dataclass(frozen=True)
class Course:
    """All exercises, in the order in which they are taught."""

    title: str
    folder: Path
    entries: tuple[Entry, ...]

    def entry(self, exercise_id: str) -> Entry:
        """The exercise with this id.  Raises CourseError, naming the ids there are."""
        for entry in self.entries:
            if entry.id == exercise_id:
                return entry
        known = ", ".join(entry.id for entry in self.entries)
        raise CourseError(f"there is no exercise {exercise_id!r}; there are: {known}")

    def only(self, ids: list[str]) -> Course:
        """The same course with these exercises only.  Raises CourseError."""
        wanted = [self.entry(exercise_id) for exercise_id in ids]
        return Course(
            self.title, self.folder, tuple(entry for entry in self.entries if entry in wanted)
        )


def load(folder: Path) -> Course:
    """Read the course in `folder`.  Raises CourseError."""
    path = folder / "course.toml"
    try:
        table = tomllib.loads(_read(path))
        title = str(table["title"])
        listed = [
            (str(item["id"]), str(item["section"]))
            for u in table["units"]
            for item in u["exercises"]
        ]
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise CourseError(f"{path}: {error!r}; see docs/AUTHORING.md for its form") from None
    return Course(title, folder, tuple(_entry(folder / name, s) for name, s in listed))


def found_in(place: Path) -> Path | None:
    """The folder of the course that lies in `place`, if one does."""
    for name in FOLDERS:
        if (place / name / "course.toml").is_file():
            return place / name
    return None


def _entry(folder: Path, section: str) -> Entry:
    released = (folder / CHECKS).exists()
    checks = unpacked(folder / CHECKS) if released else _read(folder / "checks.py")
    return Entry(
        id=folder.name,
        section=section,
        exercise=_exercise(folder / "checks.py", checks),
        reference=_read(folder / (STUB if released else "reference.py")),
        checks=checks,
        folder=folder,
        released=released,
    )


def unpacked(path: Path) -> str:
    """The text of packed checks.  Raises CourseError."""
    try:
        return zlib.decompress(path.read_bytes()).decode()
    except OSError as error:
        raise CourseError(f"{path}: {error.strerror}; the course needs this file") from None
    except (zlib.error, UnicodeDecodeError):
        raise CourseError(f"{path}: damaged; copy the course anew") from None


def _executed(path: Path, source: str) -> dict[str, Any]:
    """What the text of a file of the course defines."""
    module = types.ModuleType(path.stem)
    module.__file__ = str(path)
    try:
        exec(compile(source, str(path), "exec"), module.__dict__)
    except Exception as error:
        raise CourseError(f"{path}: {type(error).__name__}: {error}") from error
    return module.__dict__


def _exercise(path: Path, source: str) -> Exercise:
    exercise = _executed(path, source).get("exercise")
    if not isinstance(exercise, Exercise) or not exercise.checks:
        raise CourseError(f"{path}: define `exercise = Exercise(...)` and at least one check")
    return exercise


def _oracle(path: Path, exercise: Exercise) -> Oracle:
    defined = _executed(path, _read(path)) if path.exists() else {}
    names = [check.name for check in exercise.checks]
    answers = {name: defined[name] for name in names if callable(defined.get(name))}
    without, single = defined.get("WITHOUT", {}), defined.get("SINGLE", {})
    for name in [*without, *single]:
        if name not in names:
            raise CourseError(f"{path}: there is no check {name}; WITHOUT and SINGLE name checks")
    return Oracle(path, answers, without, single)


def _mistakes(path: Path) -> tuple[KnownMistake, ...]:
    try:
        tree = ast.parse(_read(path), str(path))
    except SyntaxError as error:
        raise CourseError(f"{path}, line {error.lineno}: {error.msg}") from None
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    kept = [node for node in imports if "grader" not in ast.unparse(node)]
    return tuple(_mistake(path, node, kept) for node in tree.body if isinstance(node, ast.ClassDef))


def _mistake(
    path: Path, node: ast.ClassDef, imports: list[ast.Import | ast.ImportFrom]
) -> KnownMistake:
    sentence = ast.get_docstring(node)
    if not sentence:
        raise CourseError(f"{path}, line {node.lineno}: {node.name} needs a docstring")
    body = [*imports, *node.body[1:]]
    patch = ast.unparse(ast.Module(body, type_ignores=[]))
    return KnownMistake(node.name, " ".join(inspect.cleandoc(sentence).split()), patch)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise CourseError(f"{path}: {error.strerror}; the course needs this file") from None
    except UnicodeDecodeError as error:
        raise CourseError(f"{path}: {error}; save the file as UTF-8") from None
