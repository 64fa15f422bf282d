"""What a file of no exercise's name counts for: the exercises whose stubs it defines."""

from __future__ import annotations

from collections.abc import Sequence

from grader.language import _, listed
from grader.submission.parts import Parts
from grader.submission.source import Source, Wanted


def asking_for(
    found: Parts, source: Source, filename: str, wanted: Sequence[Wanted], meant: str = ""
) -> tuple[dict[str, Source], list[str]]:
    """The exercises of which the file defines all stubs, with each one's part of it as it was
    `found`, and what is to be said about names that several of them ask for.

    Where nothing tells which of them a name is for, it counts for the one that is `meant`, or that
    alone was asked about; else for none of them, and a note says how to hand them in.
    """
    counts = dict(found.sources)
    unasked = {asked.id for asked in wanted if asked.unasked}
    notes = []
    for name, exercises in found.several.items():
        if not unasked.issuperset(exercises):
            said = _(
                "{file} defines {name} several times: these count for {exercises}, in this order."
            )
            notes.append(said.format(file=filename, name=name, exercises=listed(exercises)))
    for group in found.unclear:
        ids = [asked.id for asked in group]
        likely = [exercise for exercise in ids if exercise not in unasked]
        if len(likely) == 1 and meant not in ids:
            counts[likely[0]] = source
        elif likely and meant not in ids:
            said = _(
                "{file} defines {names}, for which {exercises} ask: hand in a folder or an "
                "archive with one file for each exercise, or grade the file with --exercise."
            )
            names = listed(sorted(group[0].stubs))
            notes.append(said.format(file=filename, names=names, exercises=listed(ids)))
    if meant in found.held:
        counts.setdefault(meant, source)
    return counts, notes
