"""Which exercises a definition may be of, before its place among others is looked at.

Several exercises ask for `make_net`, two for `train` with other arguments; and a demonstration
below may define what it likes under any of these names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grader.submission.calling import takes
from grader.submission.source import Wanted
from grader.submission.wording import nearest
from grader.submission.work import Definition, definitions, handed_out


@dataclass(frozen=True)
class Candidate:
    """A definition of a name that is asked for."""

    definition: Definition
    fits: set[str]
    """The exercises that ask for the name, with arguments that it takes."""
    may_be: set[str]
    """Of these the nearest by its sizes; and any exercise that would have no definition of the name
    otherwise, so that its learner hears what is wrong."""

    @property
    def name(self) -> str:
        """The name that it defines."""
        return self.definition.name


def candidates(
    every: Sequence[Definition], wanted: Sequence[Wanted], held: Sequence[Wanted]
) -> list[Candidate]:
    """All but those that take other arguments than anyone's, stubs that are filled in elsewhere,
    and what is pasted again.  `held` are those of the `wanted` of which all stubs are defined."""
    found = _told_apart(every, held)
    kept: list[Candidate] = []
    for at, one in enumerate(found):
        if one.may_be and not _is_filled_in(found, at, wanted) and not _is_pasted(one, kept):
            kept.append(one)
    return kept


def _told_apart(every: Sequence[Definition], held: Sequence[Wanted]) -> list[Candidate]:
    stubs = {asked.id: definitions(handed_out(asked)) for asked in held}
    found = []
    for definition in every:
        name, statement = definition.name, definition.statement
        asking = [asked for asked in held if name in asked.stubs]
        fitting = [a for a in asking if takes(statement, stubs[a.id].get(name, ()))]
        ids = {asked.id for asked in fitting}
        found.append(Candidate(definition, ids, nearest(definition, fitting)))
    sure = {exercise for one in found if len(one.fits) == 1 for exercise in one.fits}
    for asked in held:
        for own in ([one for one in found if one.name == stub] for stub in asked.stubs):
            left = [one for one in own if asked.id in one.fits]
            if not left:
                left = [one for one in own if not one.fits]
            elif asked.id not in sure or any(asked.id in one.may_be for one in left):
                left = []
            for one in left:
                one.may_be.add(asked.id)
    return found


def _is_filled_in(found: Sequence[Candidate], at: int, wanted: Sequence[Wanted]) -> bool:
    """Whether it is a stub that is filled in anywhere, if one exercise alone asks for it; or else
    below, next to other definitions of one exercise."""
    stub = found[at]
    if not stub.definition.unfilled:
        return False
    filled = [
        i for i, one in enumerate(found) if one.name == stub.name and not one.definition.unfilled
    ]
    if len(stub.fits) == 1 and any(stub.fits <= found[i].fits for i in filled):
        return True
    below = next((i for i in filled if i > at), at)
    between = {one.name for one in found[at : below + 1]}
    return below > at and any(between <= {*asked.stubs} for asked in wanted)


def _is_pasted(one: Candidate, above: Sequence[Candidate]) -> bool:
    """Whether it is a copy of the one above, and no work on the exercise that its sizes tell is in
    between."""
    at = next((i for i in reversed(range(len(above))) if above[i].name == one.name), None)
    if at is None or len(one.fits) != 1:
        return False
    same = above[at].definition.statement == one.definition.statement
    between = (other for other in above[at + 1 :] if len(other.fits) > 1)
    return same and not any(other.may_be == one.fits for other in between)
