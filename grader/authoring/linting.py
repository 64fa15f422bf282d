"""`grader course lint`: what must hold of every exercise, and the remedy where it does not."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from grader.authoring import survey
from grader.course.files import CATALOG
from grader.course.loading import Course, Entry
from grader.grading import Grader
from grader.language import ENGLISH, LANGUAGES
from grader.worker.pool import Pool

FEWEST_MISTAKES = 6
_CATALOGS = {CATALOG.format(language) for language in LANGUAGES if language != ENGLISH}
_FILES = {"reference.py", "checks.py", "mistakes.py", "oracle.py", "formulas.toml", *_CATALOGS}


@dataclass(frozen=True)
class Finding:
    """One thing to mend: in which file, and how."""

    path: Path
    message: str


def lint(
    course: Course, pool: Pool, *, seeds: Iterable[int], partial: bool = False
) -> Iterator[Finding]:
    """All findings.  `partial`: the course was narrowed, so other folders are no strays."""
    if not partial:
        yield from _strays(course)
    for entry in course.entries:
        yield from _texts(course, entry)
        yield from _oracle(entry)
    grader = Grader(course, pool)
    for entry in course.entries:
        yield from _stub(course, entry, grader)
        yield from _mistakes(course, entry, grader)
    with ThreadPoolExecutor(2) as threads:
        for found in threads.map(lambda seed: _references(course, pool, seed), seeds):
            yield from found


def _strays(course: Course) -> Iterator[Finding]:
    known = {entry.id for entry in course.entries}
    for path in sorted(course.folder.iterdir()):
        if path.name in known:
            for inner in sorted(path.iterdir()):
                if inner.name not in _FILES and inner.name != "__pycache__":
                    yield Finding(inner, f"only {', '.join(sorted(_FILES))} belong here: remove it")
        elif path.name not in {"course.toml", "__pycache__", *_CATALOGS}:
            yield Finding(path, "not in course.toml: list it there or remove it")


def _texts(course: Course, entry: Entry) -> Iterator[Finding]:
    folder = course.folder / entry.id
    if not entry.section.strip():
        yield Finding(course.folder / "course.toml", f"{entry.id}: name the notes' section")
    for check in entry.exercise.checks:
        if not check.hint:
            yield Finding(folder / "checks.py", f"{check.name} has no hint: give hint=...")
    nodes = {
        node.name: node
        for node in ast.parse(entry.reference).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    for name in entry.exercise.stubs:
        if name not in nodes:
            yield Finding(folder / "reference.py", f"define the stub {name}")
        elif not ast.get_docstring(nodes[name]):
            yield Finding(folder / "reference.py", f"{name} has no docstring: it is the statement")
    sentences = [mistake.sentence for mistake in entry.mistakes]
    if len(sentences) < FEWEST_MISTAKES:
        yield Finding(
            folder / "mistakes.py",
            f"{len(sentences)} mistakes; write at least {FEWEST_MISTAKES}",
        )
    for sentence in sorted({s for s in sentences if sentences.count(s) > 1}):
        yield Finding(folder / "mistakes.py", f"two mistakes say {sentence!r}: tell them apart")


def _oracle(entry: Entry) -> Iterator[Finding]:
    """Every check that compares has an oracle, or a reason why not; never both."""
    oracle = entry.oracle
    for check in entry.exercise.checks:
        computed, excused = check.name in oracle.answers, check.name in oracle.without
        if check.judge:
            if computed or excused:
                message = f"{check.name} is judged by a law: an oracle has no say, remove it"
                yield Finding(oracle.path, message)
        elif computed == excused:
            remedy = (
                f"{check.name} has an oracle and stands in WITHOUT: keep one of them"
                if computed
                else f"{check.name} has no oracle: define {check.name}(xp, inputs), or say in "
                "WITHOUT why there is nothing to compute"
            )
            yield Finding(oracle.path, remedy)
    if excuses := [name for name, why in oracle.without.items() if not why.strip()]:
        yield Finding(oracle.path, f"WITHOUT gives no reason for {', '.join(excuses)}")


def _stub(course: Course, entry: Entry, grader: Grader) -> Iterator[Finding]:
    result = survey.stub(grader, entry)
    if result.points or result.status != "not_started":
        earned = ", ".join(check.name for check in result.checks if check.status != "not_run")
        yield Finding(
            course.folder / entry.id / "checks.py",
            f"the empty stub is {result.status} with {result.points:g} points; every check must "
            f"call a stub ({earned})",
        )


def _mistakes(course: Course, entry: Entry, grader: Grader) -> Iterator[Finding]:
    path = course.folder / entry.id / "mistakes.py"
    found = survey.mistakes(grader, entry)
    for caught in found.caught:
        if not caught.lost:
            yield Finding(path, f"{caught.mistake.name} loses no points: add a check that sees it")
    lost = frozenset[str]().union(*(caught.lost for caught in found.caught))
    for check in entry.exercise.checks:
        if check.name not in lost:
            yield Finding(path, f"no mistake loses the check {check.name}: write one that does")
    for one, other in found.twins:
        yield Finding(path, f"{one} and {other} answer alike on all checks: remove one")


def _references(course: Course, pool: Pool, seed: int) -> list[Finding]:
    """What the references lose with one seed."""
    grader = Grader(course, pool, seed=seed)
    findings = []
    for entry in course.entries:
        findings += [
            Finding(
                course.folder / entry.id / "checks.py",
                f"{check.name}: the reference loses it with seed {seed}: {check.message}",
            )
            for check in survey.reference(grader, entry).checks
            if check.status != "passed"
        ]
    return findings
