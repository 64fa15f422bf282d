"""What a file of no exercise's name counts for: the exercises whose stubs it defines."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from grader.language import _, listed
from grader.submission.source import Wanted


def asking_for(
    names: AbstractSet[str], filename: str, wanted: Sequence[Wanted], meant: str = ""
) -> tuple[list[str], list[str]]:
    """The exercises of which a file that defines these names defines all stubs.

    Where several exercises ask for the same names it counts for the one that is `meant`; if it is
    none of these, for none of them, and a note says how to hand them in.
    """
    shared: dict[frozenset[str], list[str]] = {}
    for asked in wanted:
        if asked.stubs and names >= set(asked.stubs):
            shared.setdefault(frozenset(asked.stubs), []).append(asked.id)
    aside = {asked.id for asked in wanted if asked.aside}
    notes = []
    for stubs, ids in shared.items():
        if meant in ids:
            ids[:] = [meant]
        elif len(set(ids) - aside) > 1:
            said = _(
                "{file} defines {names}, for which {exercises} ask: hand in a folder or an "
                "archive with one file for each exercise, or grade the file with --exercise."
            )
            asked_for = listed(sorted(stubs))
            notes.append(said.format(file=filename, names=asked_for, exercises=listed(ids)))
    return [ids[0] for ids in shared.values() if len(ids) == 1], notes
