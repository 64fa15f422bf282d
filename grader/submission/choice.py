"""An exercise may be handed in as a file, as a notebook, or as both: which one counts?"""

from __future__ import annotations

from collections.abc import Mapping

from grader.language import _
from grader.submission.layout import exercise_of, shown
from grader.submission.source import Member, Source, Wanted, not_handed_in
from grader.submission.work import code, definitions, filled, started


def choose(wanted: Wanted, files: Mapping[str, Member]) -> tuple[Source, list[str]]:
    """The source that counts for the exercise, and what is to be said about the choice."""
    names = [name for name in (f"{wanted.id}.py", f"{wanted.id}.ipynb") if name in files]
    if not names:
        return not_handed_in(f"{wanted.id}.py"), []
    if len(names) == 1:
        return files[names[0]].load(), []
    return of_two(wanted, *(files[name] for name in names))


def safer(source: Source, name: str) -> list[str]:
    """What is to be said of an exercise's file that is called `name` and is read as another kind
    of file: `softmax.py.txt`, or a notebook that holds Python."""
    best = exercise_of(name) + (".ipynb" if source.cells else ".py")
    if not source.code or name == best:
        return []
    said = _("{file} counts; {name} would be a safer name.")
    return [said.format(file=shown(name), name=best)]


def of_two(wanted: Wanted, first: Member, second: Member) -> tuple[Source, list[str]]:
    """Of a file and a notebook the one that can be read, in which a stub was filled in, that holds
    anything beside the stubs, that is newer; and what is to be said about the choice."""
    file, notebook = first.load(), second.load()
    if bool(file.problem) != bool(notebook.problem):
        counts, other = (notebook, file) if file.problem else (file, notebook)
        said = _("{file} counts, for {problem}")
        return counts, [said.format(file=counts.filename, problem=other.problem)]
    in_file, in_notebook = code(file), code(notebook)
    if in_file == in_notebook:
        return file, []
    works = filled(definitions(in_file), wanted), filled(definitions(in_notebook), wanted)
    if works[0] == works[1]:
        works = started(in_file, wanted), started(in_notebook, wanted)
    if works[0] != works[1] or not works[0]:
        return (notebook if works[1] else file), []
    newer = notebook if second.modified > first.modified else file
    said = _(
        "{file} and {notebook} were both changed: {newer} counts, for it is not the older one."
    )
    said = said.format(file=file.filename, notebook=notebook.filename, newer=newer.filename)
    return newer, [said]
