"""What is to be said about a whole file, beside its checks."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from grader.grading.translation import named
from grader.language import _
from grader.submission import Source, behind_the_trace, in_a_cell
from grader.worker.protocol import TOO_LONG, Frame, Loaded, cell_name


def place(frames: Sequence[Frame], filename: str) -> str:
    """Where the first of `frames` is: `softmax.py, line 2` or `softmax.ipynb, cell 3, line 2`."""
    if not frames:
        return filename
    said = _("{file}, line {line}")
    return said.format(file=frames[0].file or filename, line=frames[0].line)


def renamed(loaded: Loaded, filename: str) -> str:
    """Which stubs the file does not define, and what may have become of them."""
    if not loaded.missing:
        return ""
    name = loaded.missing[0]
    for note in loaded.notes:
        in_a_cell_of_it = note.frames and note.frames[0].file
        if in_a_cell_of_it and note.type in ("SyntaxError", "IndentationError", "TabError"):
            said = _(
                "{file} does not define {name}, and a cell of it could not be run: "
                "{where}: {message}."
            )
            where = place(note.frames, filename)
            return said.format(file=filename, name=name, where=where, message=note.message)
    others = [other for other in loaded.defined if other not in loaded.missing]
    close = difflib.get_close_matches(name, others, n=1, cutoff=0.5) or others[:1]
    if close:
        said = _(
            "{file} does not define {name}; it defines {other}. "
            "Was it renamed? Keep the name {name}."
        )
        return said.format(file=filename, name=name, other=close[0])
    said = _("{file} does not define {name}. Keep the stub's name.")
    return said.format(file=filename, name=name)


def notes(loaded: Loaded, filename: str) -> list[str]:
    """Top-level statements that raised or were stopped; they cost nothing by themselves."""
    sentences = []
    for note in loaded.notes:
        said = _("{where} raised {error} (not graded)")
        if note.type == TOO_LONG:
            said = _("{where} took too long and was stopped (not graded)")
        where = place(note.frames, filename)
        sentences.append(said.format(where=where, error=named(note)[:160].rstrip(".")))
    return sentences


def reach(source: Source, siblings: Mapping[str, str]) -> str:
    """What in a source, or in the `siblings` that it names, reaches behind the operator trace, as
    a sentence; or nothing."""
    cells = {cell_name(source.filename, i): cell for i, cell in enumerate(source.cells, 1)}
    texts = cells or {source.filename: source.text}
    for filename, text in [*texts.items(), *siblings.items()]:
        if found := in_a_cell(text) if filename in cells else behind_the_trace(text):
            name, line = found
            said = _(
                "Own work cannot be established: line {line} of {file} uses {name}, "
                "which reaches behind the trace of MXNet's operators. Leave it out."
            )
            return said.format(line=line, file=filename, name=name)
    return ""
