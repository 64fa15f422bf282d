"""What can be said of an exercise's files before anything of them runs."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from grader.authoring.finding import Finding, counted
from grader.authoring.scaffold import PLACEHOLDER
from grader.course.files import read_text
from grader.course.loading import Course, Entry
from grader.course.notebooks import notebook
from grader.course.statement import read_formulas, spaced
from grader.course.stubs import languages, stub
from grader.course.translating import documented, paragraphs
from grader.language import ENGLISH

FEWEST_MISTAKES = 6


def review(course: Course, entry: Entry) -> Iterator[Finding]:
    """All findings.  Raises CourseError where a stub or a notebook cannot be made of it, in
    whichever language."""
    for language in languages(course):
        notebook(entry, course, language)
    if not entry.section.strip():
        yield Finding(course.folder / "course.toml", f"{entry.id}: name the notes' section")
    yield from _placeholders(entry)
    yield from _checks(entry)
    yield from _reference(entry)
    yield from _formulas(entry)
    yield from _mistakes(entry)
    yield from oracles(entry)


def oracles(entry: Entry) -> Iterator[Finding]:
    """Every check that compares has an oracle, or a reason why not; never both."""
    oracle = entry.oracle
    for line in _lines_of_mxnet(ast.walk(ast.parse(_text(oracle.path)))):
        yield Finding(oracle.path, f"line {line} imports MXNet: an oracle does without, use xp")
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


def _placeholders(entry: Entry) -> Iterator[Finding]:
    """What `grader course new` wrote and nobody has replaced."""
    for path in (entry.folder / name for name in ("reference.py", "checks.py", "mistakes.py")):
        for number, line in enumerate(_text(path).splitlines(), 1):
            if PLACEHOLDER in line:
                yield Finding(path, f"line {number} is still the example's: replace it")


def _checks(entry: Entry) -> Iterator[Finding]:
    path = entry.folder / "checks.py"
    for line in _lines_of_mxnet(_outside_functions(ast.parse(entry.checks))):
        yield Finding(
            path,
            f"line {line} imports MXNet, and so would the judge, which reads this file, too: "
            "import it inside the probe",
        )
    for check in entry.exercise.checks:
        if not check.hint:
            yield Finding(path, f"{check.name} has no hint: give hint=...")


def _reference(entry: Entry) -> Iterator[Finding]:
    path = entry.folder / "reference.py"
    nodes = {
        node.name: node
        for node in ast.parse(entry.reference).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    for name in entry.exercise.stubs:
        if name not in nodes:
            yield Finding(path, f"define the stub {name}, or mend its name in checks.py")
        elif not ast.get_docstring(nodes[name]):
            yield Finding(path, f"{name} has no docstring: it is the statement")


def _formulas(entry: Entry) -> Iterator[Finding]:
    """Indented blocks that the notebook would show as they stand; an empty formulas.toml says that
    none of them is a formula."""
    path = entry.folder / "formulas.toml"
    formulas = read_formulas(path)
    if path.exists() and not formulas:
        return
    for node in documented(stub(entry, ENGLISH)):
        for text in paragraphs(node):
            words = spaced(text)
            if text.startswith("    ") and words not in formulas:
                yield Finding(
                    path,
                    f"this formula has no LaTeX: write \"{words}\" = '...'; where no block is a "
                    "formula, leave the file empty",
                )


def _mistakes(entry: Entry) -> Iterator[Finding]:
    path = entry.folder / "mistakes.py"
    sentences = [mistake.sentence for mistake in entry.mistakes]
    if len(sentences) < FEWEST_MISTAKES:
        found = counted(len(sentences), "mistake")
        yield Finding(path, f"{found}; write at least {FEWEST_MISTAKES}")
    for sentence in sorted({s for s in sentences if sentences.count(s) > 1}):
        yield Finding(path, f"two mistakes say {sentence!r}: tell them apart")


def _outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when the module is imported."""
    yield node
    if not isinstance(node, ast.FunctionDef):
        for inner in ast.iter_child_nodes(node):
            yield from _outside_functions(inner)


def _lines_of_mxnet(nodes: Iterable[ast.AST]) -> Iterator[int]:
    """Where something of MXNet's is imported."""
    for node in nodes:
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            continue
        if any(name.partition(".")[0] == "mxnet" for name in names):
            yield node.lineno


def _text(path: Path) -> str:
    return read_text(path) if path.exists() else ""
