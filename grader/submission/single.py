"""One file named after a student: it counts for the exercises whose stubs it defines."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from grader.language import _
from grader.submission.source import Source, Submission, Wanted
from grader.submission.work import code, definitions


def of_a_student(path: Path, source: Source, wanted: Sequence[Wanted]) -> Submission:
    """The file counts for each exercise of which it defines all stubs.

    No sources: it defines nothing that was asked for, or cannot be read; a note says why.
    """
    if source.problem:
        return Submission(path, {}, notes=[source.problem])
    defined = definitions(code(source))
    counts, notes = asking_for(defined.keys(), source.filename, wanted)
    return Submission(path, dict.fromkeys(counts, source), notes=notes)


def asking_for(
    names: AbstractSet[str], filename: str, wanted: Sequence[Wanted]
) -> tuple[list[str], list[str]]:
    """The exercises of which a file that defines these names defines all stubs.

    Where several exercises ask for the same names it counts for none of them, and a note says
    how to hand them in.
    """
    shared: dict[frozenset[str], list[str]] = {}
    for asked in wanted:
        if asked.stubs and names >= set(asked.stubs):
            shared.setdefault(frozenset(asked.stubs), []).append(asked.id)
    notes = []
    for stubs, ids in shared.items():
        if len(ids) > 1:
            said = _(
                "{file} defines {names}, for which {exercises} ask: hand in a folder or an "
                "archive with one file for each exercise, or grade the file with --exercise."
            )
            asked_for = listed(sorted(stubs))
            notes.append(said.format(file=filename, names=asked_for, exercises=listed(ids)))
    return [ids[0] for ids in shared.values() if len(ids) == 1], notes


def listed(names: Sequence[str]) -> str:
    """`a`, or `a and b`, or `a, b and c`."""
    if len(names) == 1:
        return names[0]
    some = _(", ").join(names[:-1])
    return _("{some} and {last}").format(some=some, last=names[-1])
