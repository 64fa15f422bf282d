"""An exercise may be handed in as a file, as a notebook, or as both: which one counts?"""

from __future__ import annotations

from collections.abc import Mapping

from grader.submission.source import Member, Source, Wanted
from grader.submission.work import same_code

_UNFILLED = "raise NotImplementedError"


def choose(wanted: Wanted, files: Mapping[str, Member]) -> tuple[Source, list[str]]:
    """The source that counts for the exercise, and what is to be said about the choice.

    Of a file and a notebook it is the one that can be read, that was changed, that is newer.
    """
    names = [name for name in (f"{wanted.id}.py", f"{wanted.id}.ipynb") if name in files]
    if not names:
        problem = f"{wanted.id}.py was not handed in."
        return Source(f"{wanted.id}.py", problem=problem, missing=True), []
    if len(names) == 1:
        return files[names[0]].load(), []
    file, notebook = (files[name].load() for name in names)
    if bool(file.problem) != bool(notebook.problem):
        counts, other = (notebook, file) if file.problem else (file, notebook)
        return counts, [f"{counts.filename} counts, for {other.problem}"]
    if not _changed(notebook, wanted):
        return file, []
    if not _changed(file, wanted):
        return notebook, []
    newer = file
    if files[notebook.filename].modified > files[file.filename].modified:
        newer = notebook
    both = f"{file.filename} and {notebook.filename} were both changed"
    return newer, [f"{both}: {newer.filename} counts, for it is not the older one."]


def _changed(source: Source, wanted: Wanted) -> bool:
    """Whether it holds work.  Of a notebook, which has cells of its own, stubs are counted."""
    if not wanted.handed_out:
        return True
    if source.cells:
        return source.code.count(_UNFILLED) < wanted.handed_out.count(_UNFILLED)
    return not same_code(source.text, wanted.handed_out)
