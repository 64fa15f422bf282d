"""`solutions/` becomes a `Course`.

`checks.py` and `oracle.py` are executed here: they are the instructor's, and import no MXNet at
their top level.
`reference.py` and `mistakes.py` are only read as text; they run in a worker.

A course that was handed out to students (`grader.releasing`) has a stub and an answer key in their
place, and its checks are packed.

What a course says is translated here, once (`grader.course.translating`).
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePath
from typing import Any

from grader.clone import PROJECT
from grader.course import listing, translating
from grader.course.exercise import Exercise
from grader.course.files import (
    CourseError,
    NotInCourse,
    executed,
    parsed,
    read_text,
    say_of,
    unpacked,
)
from grader.course.names import called, defined
from grader.failure import InnocentError
from grader.language import ENGLISH, Say, _, joined, spoken
from grader.spelling import near

__all__ = [
    "ANSWERS",
    "CHECKS",
    "FOLDERS",
    "STUB",
    "Course",
    "CourseError",
    "Entry",
    "KnownMistake",
    "Oracle",
    "ReferenceFailed",
    "load",
    "nearest",
]

FOLDERS = ("solutions", "course")
"""What a course's folder is called: the author's, and the students' copy, which solves nothing."""
ANSWERS = "answers.bin"
"""An exercise's answer key, in a course that was handed out."""
CHECKS = "checks.bin"
"""Its `checks.py`, compressed: whoever looks around should not come upon all hints at once, nor on
what a probe does right in the place of a stub."""
STUB = "stub.py"
"""The reference of such a course, with the student's part left out."""


class ReferenceFailed(InnocentError):
    """A reference does not answer its own checks: the course is wrong, not a submission."""


@dataclass(frozen=True)
class KnownMistake:
    """A wrong version: its sentence, and the statements that turn the reference into it."""

    name: str
    sentence: str
    patch: str

    @cached_property
    def defines(self) -> set[str]:
        """The names that it gives another meaning, or may give."""
        return defined(self.patch)


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
    """One exercise of the course, with its sources; what it says is in the course's language."""

    id: str
    section: str
    exercise: Exercise
    reference: str
    """As its author wrote it, in English."""
    checks: str
    """The same."""
    folder: Path
    language: str = ENGLISH
    released: bool = False
    """Whether this is a student's copy: `reference` is the stub, and an answer key says what the
    reference would answer (`grader.grading.released`)."""

    @property
    def filename(self) -> str:
        """The file that a student hands in."""
        return f"{self.id}.py"

    @cached_property
    def calls(self) -> dict[str, str]:
        """The functions among its stubs, and the methods of its classes, by name (`MLP.forward`),
        each with its arguments."""
        found: dict[str, ast.FunctionDef] = {}
        for node in ast.parse(self.reference).body:
            if isinstance(node, ast.FunctionDef):
                found[node.name] = node
            elif isinstance(node, ast.ClassDef):
                methods = (part for part in node.body if isinstance(part, ast.FunctionDef))
                found |= {f"{node.name}.{method.name}": method for method in methods}
        return {
            name: f"{node.name}({ast.unparse(node.args)})"
            for name, node in found.items()
            if name.partition(".")[0] in self.exercise.stubs
        }

    @cached_property
    def called(self) -> dict[str, set[str]]:
        """For each check, the stubs that it calls; all of them where its text tells none."""
        stubs = set(self.exercise.stubs)
        found = called(self.checks, stubs)
        return {check.name: found.get(check.name) or stubs for check in self.exercise.checks}

    def asked_of(self, mistake: KnownMistake) -> set[str]:
        """The checks that call what the mistake is a version of; all where that is no stub."""
        names = {name for name, stubs in self.called.items() if stubs & mistake.defines}
        return names or set(self.called)

    @cached_property
    def mistakes(self) -> tuple[KnownMistake, ...]:
        """Read when they are first wanted, which right work never does; a student's copy has none.
        Raises CourseError."""
        return self.mistakes_in(self.language)

    def mistakes_in(self, language: str) -> tuple[KnownMistake, ...]:
        """The same with their sentences in another language."""
        if self.released:
            return ()
        return _mistakes(self.folder / "mistakes.py", say_of(self.folder, language))

    @cached_property
    def oracle(self) -> Oracle:
        """Read when it is first wanted; empty where there is no file.  Raises CourseError."""
        return _oracle(self.folder / "oracle.py", self.exercise)


@dataclass(frozen=True)
class Course:
    """Exercises, in the order in which they are taught."""

    title: str
    folder: Path
    whole: tuple[Entry, ...]
    """All of them: a file may be meant for one that is not wanted here."""
    entries: tuple[Entry, ...]
    """Those that are wanted."""
    language: str = ENGLISH

    def entry(self, exercise_id: str) -> Entry:
        """The exercise with this id.  Raises NotInCourse, naming what was perhaps meant, or all."""
        known = {entry.id: entry for entry in self.entries}
        if exercise_id in known:
            return known[exercise_id]
        said = _("there is no exercise {name}; there are: {known}")
        close = near(exercise_id, known)
        if close:
            said = _("there is no exercise {name}; did you mean {close}?")
        fields = {"close": _(" or ").join(close), "known": joined(known)}
        raise NotInCourse(said.format(name=repr(exercise_id), **fields))

    def only(self, names: Sequence[str]) -> Course:
        """The same course with these exercises only, by their ids or files' names; with all of
        them where none is named.

        Raises NotInCourse.
        """
        if not names:
            return self
        ids = {entry.id for entry in self.entries}
        plain = {name: PurePath(name).name.partition(".")[0].lower() for name in names}
        wanted = [self.entry(plain[name] if plain[name] in ids else name) for name in names]
        return replace(self, entries=tuple(entry for entry in self.entries if entry in wanted))


def load(folder: Path, language: str = "") -> Course:
    """Read the course in `folder`, in the language that is spoken unless another is given.

    Raises CourseError.
    """
    language = language or spoken()
    listed = listing.read(folder / "course.toml")
    entries = tuple(_entry(folder / one.id, str(one.section), language) for one in listed.exercises)
    return Course(say_of(folder, language)(listed.title), folder, entries, entries, language)


def nearest(*places: Path) -> Path:
    """The folder of the course in the first of these places that has one, or of the grader's."""
    for folder in (place / name for place in (*places, PROJECT) for name in FOLDERS):
        if (folder / "course.toml").is_file():
            return folder
    return PROJECT / FOLDERS[0]


def _entry(folder: Path, section: str, language: str) -> Entry:
    released = (folder / CHECKS).exists()
    written = folder / "checks.py"
    checks = unpacked(folder / CHECKS, bytes.decode) if released else read_text(written)
    english = _exercise(written, checks)
    path = folder / (STUB if released else "reference.py")
    reference = read_text(path)
    parsed(path, reference)  # for what is wrong with it, before a stub is made of it
    return Entry(
        id=folder.name,
        section=section,
        exercise=translating.exercise(english, say_of(folder, language)),
        reference=reference,
        checks=checks,
        folder=folder,
        language=language,
        released=released,
    )


def _exercise(path: Path, source: str) -> Exercise:
    exercise = executed(path, source).get("exercise")
    if not isinstance(exercise, Exercise) or not exercise.checks:
        raise CourseError(f"{path}: define `exercise = Exercise(...)` and at least one check")
    return exercise


def _oracle(path: Path, exercise: Exercise) -> Oracle:
    defined = executed(path, read_text(path)) if path.exists() else {}
    names = [check.name for check in exercise.checks]
    answers = {name: defined[name] for name in names if callable(defined.get(name))}
    without, single = defined.get("WITHOUT", {}), defined.get("SINGLE", {})
    for name in [*without, *single]:
        if name not in names:
            raise CourseError(f"{path}: there is no check {name}; WITHOUT and SINGLE name checks")
    return Oracle(path, answers, without, single)


def _mistakes(path: Path, say: Say) -> tuple[KnownMistake, ...]:
    tree = parsed(path, read_text(path))
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    kept = [node for node in imports if "grader" not in ast.unparse(node)]
    nodes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    return tuple(_mistake(path, node, kept, say) for node in nodes)


def _mistake(
    path: Path, node: ast.ClassDef, imports: list[ast.Import | ast.ImportFrom], say: Say
) -> KnownMistake:
    sentence = ast.get_docstring(node)
    if not sentence:
        raise CourseError(f"{path}, line {node.lineno}: {node.name} needs a docstring")
    if not any(ast.unparse(base).endswith("Mistake") for base in node.bases):
        raise CourseError(
            f"{path}, line {node.lineno}: {node.name} is no mistake yet: "
            f"write class {node.name}(Mistake)"
        )
    body = [*imports, *node.body[1:]]
    patch = ast.unparse(ast.Module(body, type_ignores=[]))
    return KnownMistake(node.name, say(" ".join(inspect.cleandoc(sentence).split())), patch)
