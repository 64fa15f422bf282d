"""What is to be said about a whole file, beside its checks."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from grader.grading.outcome import Outcome
from grader.grading.translation import explain, is_command, noted
from grader.language import _, listed
from grader.magics import COMMAND
from grader.spelling import plain
from grader.submission import Source, Wanted, in_a_cell, in_a_file
from grader.submission.work import code, definitions, handed_out
from grader.worker.protocol import (
    LEFT_OUT,
    SKIPPED,
    TOO_LONG,
    Failure,
    Frame,
    Loaded,
    cell_name,
    empty,
)

_LONGEST_NAME = 100
"""Characters; each check repeats it."""


def place(frames: Sequence[Frame], filename: str) -> str:
    """Where the first of `frames` is: `softmax.py, line 2` or `softmax.ipynb, cell 3, line 2`."""
    if not frames:
        return filename
    said = _("{file}, line {line}")
    return said.format(file=frames[0].file or filename, line=frames[0].line)


def not_loaded(loaded: Loaded, failure: Failure, filename: str) -> str:
    """Where and why a file could not be loaded."""
    said, where = _("{where}: {message}"), place(failure.frames[-1:], filename)
    return said.format(where=where, message=explain(failure, loaded))


def undefined(loaded: Loaded, stubs: Sequence[str], filename: str) -> str:
    """Which of the stubs the file does not define, and what may have become of each."""
    missing = [name for name in stubs if name in loaded.missing]  # a child may say any names
    told = {name: _became(name, loaded, stubs, filename) for name in missing}
    nowhere = [name for name in told if not told[name]]
    sentences = [sentence for sentence in told.values() if sentence]
    if nowhere:
        sentences.append(_nowhere(nowhere, loaded, filename))
    return " ".join(sentences)


def _became(name: str, loaded: Loaded, stubs: Sequence[str], filename: str) -> str:
    """Where the file has the missing stub, or something that may be it; or nothing."""
    for found in reversed(loaded.inside):
        if found.function == name:
            said = _(
                "{where} defines {name}, but inside `{statement}`, where no check finds it: move "
                "it to the left margin, outside of that."
            )
            where = place([found], filename)
            return said.format(where=where, name=name, statement=found.source)
    if name in loaded.defined and name not in loaded.bound and (why := _raised(name, loaded)):
        said = _("{where} defines {name}, but raised {error}, so there is none.")
        return said.format(where=place(why.frames, filename), name=name, error=noted(why))
    if name in loaded.bound:
        said = _(
            "In {file}, {name} is nothing that can be called in the end, but a value: give that "
            "another name, and keep {name} for the stub."
        )
        return said.format(file=filename, name=name)
    if close := _renamed(name, [other for other in loaded.defined if other not in stubs]):
        said = _(
            "{file} does not define {name}; it defines {other}. "
            "Was it renamed? Keep the name {name}."
        )
        return said.format(file=filename, name=name, other=close)
    return ""


def _raised(name: str, loaded: Loaded) -> Failure | None:
    """What the statement raised that was to define it."""
    begins = re.compile(rf"(?:@|(?:class|def) +{re.escape(name)}\b)")
    for note in loaded.notes:
        if note.frames and begins.match(note.frames[0].source):
            return note
    return None


def _renamed(name: str, others: Sequence[str]) -> str:
    """Which of the others is probably this one's new name, if any: a class is seldom named as a
    function is, but often by the beginning of a longer name."""
    asked, is_class = plain(name), name[:1].isupper()
    same = [other for other in others if plain(other) == asked]
    alike = {other.lower(): other for other in others if other[:1].isupper() == is_class}
    close = [alike[o] for o in difflib.get_close_matches(name.lower(), alike, n=1, cutoff=0.6)]
    longer = [o for o in alike.values() if o.startswith(name) or name.startswith(o)]
    return next(iter([*same, *close, *(longer if is_class else [])]), "")


def _nowhere(names: Sequence[str], loaded: Loaded, filename: str) -> str:
    """The sentence for stubs of which there is no trace."""
    for note in loaded.notes:
        in_a_cell_of_it = note.frames and note.frames[0].file
        if in_a_cell_of_it and note.type in ("SyntaxError", "IndentationError", "TabError"):
            said = _(
                "{file} does not define {name}, and a cell of it could not be run: "
                "{where}: {message}."
            )
            where = place(note.frames, filename)
            return said.format(file=filename, name=listed(names), where=where, message=note.message)
    said = _("{file} does not define {name}. Keep the stub's name.")
    if len(names) > 1:
        said = _("{file} does not define {name}. Keep the stubs' names.")
    return said.format(file=filename, name=listed(names))


def notes(loaded: Loaded, filename: str) -> list[str]:
    """Top-level statements that raised or were stopped; they cost nothing by themselves."""
    sentences = []
    for note in loaded.notes:
        said = _("{where} raised {error} (not graded)")
        if note.type == TOO_LONG:
            said = _("{where} took too long and was stopped (not graded)")
            if note.frames[-1:] and note.frames[-1].file != note.frames[0].file:
                said = _("{where} took too long, at {there}, and was stopped (not graded)")
        elif note.type == LEFT_OUT:
            said = _(
                "{where}: demonstrations were left out, for one of them took too long or printed "
                "too much; what they ask the definitions for was run (not graded)"
            )
        elif is_command(note):
            said = _("{where}: {error}; it was skipped (not graded)")
        elif note.type == SKIPPED:
            said = _(
                "{where}: {error}; put what that file defines into this notebook, or import it "
                "from a .py file (not graded)"
            )
        where, there = place(note.frames, filename), place(note.frames[-1:], filename)
        sentences.append(said.format(where=where, there=there, error=noted(note)))
    return sentences


def repeated(loaded: Loaded, filename: str, others: Collection[str]) -> list[str]:
    """Stubs that are defined more than once, which is seldom meant; but for names that `others` ask
    for, too."""
    said = _("{name} is defined more than once ({places}): the last one counts")
    return [
        said.format(
            name=name,
            places="; ".join(place([f], filename) for f in loaded.repeated if f.function == name),
        )
        for name in dict.fromkeys(frame.function for frame in loaded.repeated)
        if name not in others
    ]


def left_over(source: Source, asked: Wanted, outcomes: Iterable[Outcome]) -> list[str]:
    """Where stubs in which work was begun raise NotImplementedError all the same."""
    stubs, mine = definitions(handed_out(asked)), definitions(code(source))
    begun = {name for name in asked.stubs if name in stubs and mine.get(name) != stubs[name]}
    in_class = any(stubs[name][0] == "class" for name in begun)
    said = _(
        "{where} still raises NotImplementedError: write the work in that line's place, or delete "
        "the line if the work stands above it"
    )
    lines: dict[str, None] = {}
    for outcome in outcomes:
        raised = outcome.failure
        if outcome.unfilled and raised and raised.message not in map(empty, asked.stubs):
            line = raised.frames[-1:]
            function = line[0].function if line else ""
            if function in begun or (in_class and function not in asked.stubs):
                lines[place(line, source.filename)] = None
    return [said.format(where=where) for where in lines]


def reach(source: Source, siblings: Mapping[str, str], *, traced: bool) -> str:
    """What in a source, or in the `siblings` that it imports, reaches behind the checks and, where
    operators are `traced`, behind that, as a sentence; or nothing."""
    cells = {cell_name(source.filename, i): cell for i, cell in enumerate(source.cells, 1)}
    texts = cells or {source.filename: source.text}
    for filename, text in [*texts.items(), *siblings.items()]:
        is_cell = filename in cells or COMMAND.search(text)
        look = in_a_cell if is_cell else in_a_file
        if found := look(text, traced=traced):
            name, line = found
            said = _(
                "This work cannot be graded: line {line} of {file} uses {name}, which "
                "reaches behind the checks. Leave it out."
            )
            if traced:
                said = _(
                    "Own work cannot be established: line {line} of {file} uses {name}, "
                    "which reaches behind the checks. Leave it out."
                )
            return said.format(line=line, file=filename, name=name[:_LONGEST_NAME])
    return ""
