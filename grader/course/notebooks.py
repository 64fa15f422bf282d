"""`exercises/<id>.ipynb` is made from the same stub as `exercises/<id>.py`.

What the stub's docstrings say stands above it as Markdown, formulas in LaTeX; each function or
class is a cell of its own, and the last cell checks them.  The same course gives the same bytes,
cells' ids too, so that the ledger of `grader.course.stubs` tells an edited notebook.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat

from grader.course.loading import Course, CourseError, Entry
from grader.course.statement import Formulas, is_used, markdown, read_formulas
from grader.course.stubs import Written, languages, stub, write_texts
from grader.language import later, translations

Definition = ast.FunctionDef | ast.ClassDef

_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_HOW = later("Run the next cell as often as you like: it grades what the cells above have defined.")
_NEW: Any = nbformat.v4  # it has no type hints
_WRITES: Any = nbformat.writes


def filename(entry: Entry) -> str:
    """The notebook that a student may hand in instead of the file."""
    return f"{entry.id}.ipynb"


def write(course: Course, folder: Path, *, force: bool = False) -> dict[str, Written]:
    """Write every notebook into `folder`; edited ones only with `force`.  Returns what was done,
    by file name.  Raises CourseError."""
    names = {entry.id: filename(entry) for entry in course.entries}
    texts = {
        names[e.id]: (names[e.id], [notebook(e, course, tongue) for tongue in languages(course)])
        for e in course.entries
    }
    return write_texts(texts, folder, force=force)


def notebook(entry: Entry, course: Course, language: str = "") -> str:
    """The text of `exercises/<id>.ipynb`, in the course's language unless another is given.

    Raises CourseError.
    """
    source = stub(entry, language)
    formulas = read_formulas(entry.folder / "formulas.toml")
    _refuse_stale(entry, ast.parse(source), formulas)
    cells = list(_cells(entry, course, source, formulas))
    how = translations(language or course.language).gettext(_HOW)
    cells.insert(-1, _NEW.new_markdown_cell(how, id="how-to-check"))
    made = _NEW.new_notebook(metadata=_METADATA, cells=cells)
    return str(_WRITES(made)) + "\n"


def checking(entry: Entry, course: Course) -> str:
    """The call that grades the exercise; it names the exercise where its stubs do not."""
    for name in entry.exercise.stubs:
        if sum(name in other.exercise.stubs for other in course.entries) == 1:
            return f"check({name})"
    return f'check({entry.exercise.stubs[0]}, exercise="{entry.id}")'


def _cells(entry: Entry, course: Course, source: str, formulas: Formulas) -> Iterator[Any]:
    """The statement, what is imported, each definition with its own statement, and the check."""
    tree = ast.parse(source)
    title, _, body = (ast.get_docstring(tree) or entry.exercise.title).partition("\n\n")
    text = f"# {markdown(title, {})}\n\n{markdown(body, formulas)}".rstrip()
    yield _NEW.new_markdown_cell(text, id="statement")
    for number, nodes in enumerate(_groups(tree)):
        code = _code(nodes, source.split("\n"))
        first = nodes[0]
        if isinstance(first, Definition):
            yield _NEW.new_markdown_cell("\n\n".join(_said(first, formulas)), id=f"{number}-text")
        yield _NEW.new_code_cell(code, id=f"{number}-code")
    code = f"from grader.notebook import check\n\n{checking(entry, course)}"
    yield _NEW.new_code_cell(code, id="check")


def _groups(tree: ast.Module) -> list[list[ast.stmt]]:
    """The statements of each cell: a definition alone, others together; no docstring."""
    groups: list[list[ast.stmt]] = []
    for node in tree.body[1:] if ast.get_docstring(tree) else tree.body:
        alone = not groups or isinstance(node, Definition) or isinstance(groups[-1][-1], Definition)
        if alone:
            groups.append([])
        groups[-1].append(node)
    return groups


def _code(nodes: list[ast.stmt], lines: list[str]) -> str:
    """The statements as they are written, of docstrings the first line."""
    decorators = getattr(nodes[0], "decorator_list", [])
    begin = min([nodes[0].lineno, *(node.lineno for node in decorators)]) - 1
    while begin and lines[begin - 1].startswith("#"):  # a comment belongs to what is below it
        begin -= 1
    kept: dict[int, str] = dict(enumerate(lines[begin : nodes[-1].end_lineno], begin))
    for node in ast.walk(ast.Module(nodes, type_ignores=[])):
        if isinstance(node, Definition) and ast.get_docstring(node):
            first, last = node.body[0].lineno - 1, (node.body[0].end_lineno or 0) - 1
            if first < last:
                kept[first] += '"""'
            for number in range(first + 1, last + 1):
                del kept[number]
    return "\n".join(kept.values())


def _said(node: Definition, formulas: Formulas, level: int = 2) -> Iterator[str]:
    """The docstrings of a definition and of its methods, each below its signature."""
    if isinstance(node, ast.ClassDef):
        inherits = ", ".join(map(ast.unparse, node.bases))
        signature = f"class {node.name}({inherits})" if inherits else f"class {node.name}"
    else:
        signature = f"{node.name}({ast.unparse(node.args)})"
    said = ast.get_docstring(node)
    if said or level == 2:  # a method without a word needs no heading
        yield f"{'#' * level} `{signature}`"
        yield markdown(said or "", formulas)
    for inner in node.body if isinstance(node, ast.ClassDef) else []:
        if isinstance(inner, ast.FunctionDef):
            yield from _said(inner, formulas, level + 1)


def _refuse_stale(entry: Entry, tree: ast.Module, formulas: Formulas) -> None:
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Module | Definition)]
    said = "\n\n".join(filter(None, map(ast.get_docstring, nodes)))
    for words in formulas:
        if not is_used(words, said):
            raise CourseError(f"{entry.folder / 'formulas.toml'}: no docstring says {words!r}")
