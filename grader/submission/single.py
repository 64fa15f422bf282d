"""One file named after a student: it counts for the exercises whose stubs it defines."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterator, Sequence
from pathlib import Path

from grader.language import _
from grader.submission.source import Source, Submission, Wanted


def of_a_student(path: Path, source: Source, wanted: Sequence[Wanted]) -> Submission:
    """The file counts for each exercise of which it defines all stubs.

    Where several exercises ask for the same names it counts for none of them, and a note says
    how to hand them in.  No sources: it defines nothing that was asked for, or cannot be read.
    """
    if source.problem:
        return Submission(path, {}, notes=[source.problem])
    names = {name for text in source.cells or (source.text,) for name in _defined(text)}
    sources: dict[str, Source] = {}
    shared: dict[frozenset[str], list[str]] = {}
    for asked in wanted:
        if asked.stubs and names.issuperset(asked.stubs):
            shared.setdefault(frozenset(asked.stubs), []).append(asked.id)
    notes = []
    for stubs, ids in shared.items():
        if len(ids) == 1:
            sources[ids[0]] = source
        else:
            said = _(
                "{file} defines {names}, for which {exercises} all ask: hand in a folder or an "
                "archive with one file for each exercise, or grade the file with --exercise."
            )
            asked_for = listed(sorted(stubs))
            notes.append(said.format(file=source.filename, names=asked_for, exercises=listed(ids)))
    return Submission(path, sources, notes=notes)


def _defined(text: str) -> Iterator[str]:
    """The functions and classes at the top level, also of a text that is no Python further on.

    By tokens, not by a syntax tree: building one of a hostile text is not safe in the judge.
    """
    before = ""
    depth = 0
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type in (tokenize.INDENT, tokenize.DEDENT):
                depth += 1 if token.type == tokenize.INDENT else -1
            elif token.type == tokenize.NAME:
                if not depth and before in ("def", "class"):
                    yield token.string
                before = token.string
    except (tokenize.TokenError, SyntaxError):
        return


def listed(names: Sequence[str]) -> str:
    """`a`, or `a and b`, or `a, b and c`."""
    if len(names) == 1:
        return names[0]
    some = _(", ").join(names[:-1])
    return _("{some} and {last}").format(some=some, last=names[-1])
