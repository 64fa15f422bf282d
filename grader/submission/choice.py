"""An exercise may be handed in as a file, as a notebook, or as both: which one counts?"""

from __future__ import annotations

from collections.abc import Mapping

from grader.language import _
from grader.submission.source import Member, Source, Wanted, not_handed_in
from grader.submission.work import same_code

_UNFILLED = "raise NotImplementedError"


def choose(wanted: Wanted, files: Mapping[str, Member]) -> tuple[Source, list[str]]:
    """The source that counts for the exercise, and what is to be said about the choice.

    Of a file and a notebook it is the one that can be read, that was changed, that is newer.
    """
    names = [name for name in (f"{wanted.id}.py", f"{wanted.id}.ipynb") if name in files]
    if not names:
        return not_handed_in(f"{wanted.id}.py"), []
    if len(names) == 1:
        return files[names[0]].load(), []
    file, notebook = (files[name].load() for name in names)
    if bool(file.problem) != bool(notebook.problem):
        counts, other = (notebook, file) if file.problem else (file, notebook)
        said = _("{file} counts, for {problem}")
        return counts, [said.format(file=counts.filename, problem=other.problem)]
    if not _changed(notebook, wanted):
        return file, []
    if not _changed(file, wanted):
        return notebook, []
    newer = file
    if files[notebook.filename].modified > files[file.filename].modified:
        newer = notebook
    said = _(
        "{file} and {notebook} were both changed: {newer} counts, for it is not the older one."
    )
    said = said.format(file=file.filename, notebook=notebook.filename, newer=newer.filename)
    return newer, [said]


def _changed(source: Source, wanted: Wanted) -> bool:
    """Whether it holds work.  Of a notebook, which has cells of its own, stubs are counted."""
    if not wanted.handed_out:
        return True
    if source.cells:
        return source.code.count(_UNFILLED) < wanted.handed_out.count(_UNFILLED)
    return not same_code(source.text, wanted.handed_out)
