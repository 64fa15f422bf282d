"""What of a file that holds several exercises is which one's.

Several exercises may ask for one name, `make_net`, and whoever does all of them in one file defines
it anew for each.  The course's order tells which definition is whose: a file is read as stretches
of definitions in that order, one for each exercise, so that as few as possible are left over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from grader.submission.source import Source, Wanted
from grader.submission.work import Binding, code, definitions, outline

_MOST = 512
"""Definitions of names that are asked for; those behind them are not looked at."""


@dataclass(frozen=True)
class Parts:
    """What of one file is which exercise's."""

    held: Sequence[str]
    """The exercises of which it defines all stubs."""
    sources: Mapping[str, Source]
    """By exercise the file as far as no other's definition takes the place of its own."""
    several: Mapping[str, Sequence[str]]
    """By name the exercises, in the file's order, that have a definition each: two or more."""
    unclear: Sequence[Sequence[Wanted]]
    """Exercises that ask for the same, of which the file's only definition may be any one's."""


def parts(source: Source, wanted: Sequence[Wanted]) -> Parts:
    """The parts of the exercises of which the file defines all stubs; `wanted` is in the course's
    order."""
    stubs = {stub for asked in wanted for stub in asked.stubs}
    found = defining(source, stubs)[:_MOST]
    own = {*found}
    others = [b for b in outline(source) if b.name in {*stubs, "*"} and b not in own][:_MOST]
    names = [definition.name for definition in found]
    held = [asked for asked in wanted if asked.stubs and {*asked.stubs} <= {*names}]
    claims, unclear = _shared_out(names, held)
    owners = {at: exercise for exercise, own in claims.items() for at in own}
    sources = {}
    for asked in (asked for asked in held if asked.id in claims):
        later = [found[at] for at in sorted(owners) if at > max(claims[asked.id])]
        end = _end(asked, later, others)
        if source.cells:
            end = _end_of_cells(asked, found, end)
        sources[asked.id] = _until(source, end)
    several: dict[str, list[str]] = {}
    for at in sorted(owners):
        several.setdefault(names[at], []).append(owners[at])
    several = {name: ids for name, ids in several.items() if len(ids) > 1}
    return Parts([asked.id for asked in held], sources, several, unclear)


def defining(source: Source, stubs: Collection[str]) -> list[Binding]:
    """Where the file defines them: a name for which a function or a class is written gets its
    meaning nowhere else."""
    bound = [binding for binding in outline(source) if binding.name in stubs]
    written = {binding.name for binding in bound if binding.defines}
    defined = definitions(code(source))
    return [b for b in bound if b.defines or (b.name in defined and b.name not in written)]


def _shared_out(
    names: Sequence[str], held: Sequence[Wanted]
) -> tuple[dict[str, list[int]], list[list[Wanted]]]:
    """Which of the definitions are whose, by their indices; and the exercises of which that is not
    clear."""
    claims = _in_order(names, held)
    alike: dict[frozenset[str], list[Wanted]] = {}
    for asked in held:
        alike.setdefault(frozenset(asked.stubs), []).append(asked)
    unclear = [group for group in alike.values() if _unclear(group, names, held, claims)]
    for asked in (asked for group in unclear for asked in group):
        claims.pop(asked.id, None)
    askers = Counter(stub for asked in held for stub in asked.stubs)
    for [asked, *others] in alike.values():
        taken = {at for own in claims.values() for at in own}
        own = _last(names, asked, [at for at in range(len(names)) if at not in taken])
        enough = len(own) == len(asked.stubs) or any(askers[names[at]] == 1 for at in own)
        if asked.id not in claims and not others and enough:
            claims[asked.id] = own  # elsewhere than in the course's order
    return claims, unclear


def _end(asked: Wanted, later: Sequence[Binding], others: Sequence[Binding]) -> Binding | None:
    """What first gives one of the exercise's names another meaning: another exercise's definition,
    of these `later` ones, or whatever else stands behind the first of them."""
    behind = [binding for binding in others if later and binding > later[0]]
    ends = [binding for binding in [*later, *behind] if binding.name in {*asked.stubs, "*"}]
    return min(ends, default=None)


def _in_order(names: Sequence[str], held: Sequence[Wanted]) -> dict[str, list[int]]:
    """Which of the definitions are whose, by their indices: an earlier exercise's where it could
    be a later one's as well."""
    most = _most(names, held)
    claims = {}
    at = 0
    for i, asked in enumerate(held):
        end = _ends(names, asked)[at]
        if end and most[i][at] == len(asked.stubs) + most[i + 1][end]:
            claims[asked.id] = _last(names, asked, range(at, end))
            at = end
    return claims


def _most(names: Sequence[str], held: Sequence[Wanted]) -> list[list[int]]:
    """How many definitions behind the first `j` can be those of exercises behind the first `i`."""
    most = [[0] * (len(names) + 1)]
    for asked in reversed(held):
        ends, later = _ends(names, asked), most[0]
        most.insert(
            0,
            [
                max(later[at], len(asked.stubs) + later[end] if end else 0)
                for at, end in enumerate(ends)
            ],
        )
    return most


def _ends(names: Sequence[str], asked: Wanted) -> list[int]:
    """Where the shortest stretch ends that begins behind the first `j` definitions and has all of
    the exercise's stubs; 0 where none has."""
    ends = [0]
    nearest: dict[str, int] = {}
    for at in reversed(range(len(names))):
        if names[at] in asked.stubs:
            nearest[names[at]] = at
        ends.append(max(nearest.values()) + 1 if len(nearest) == len(asked.stubs) else 0)
    return ends[::-1]


def _last(names: Sequence[str], asked: Wanted, among: Sequence[int]) -> list[int]:
    """The last definition of each of the exercise's stubs among these."""
    return list({names[at]: at for at in among if names[at] in asked.stubs}.values())


def _unclear(
    group: Sequence[Wanted],
    names: Sequence[str],
    held: Sequence[Wanted],
    claims: Mapping[str, Sequence[int]],
) -> bool:
    """Whether nothing tells for which one of the group the definitions are that there are once."""
    if len(group) == 1 or any(names.count(stub) > 1 for stub in group[0].stubs):
        return False
    own = [asked for asked in group if asked.id in claims]
    if not own:
        taken = {names[at] for own in claims.values() for at in own}
        return taken.isdisjoint(group[0].stubs)
    others = [asked for asked in held if asked not in own]
    return _most(names, others)[0][0] == _most(names, held)[0][0]


def _end_of_cells(asked: Wanted, found: Sequence[Binding], end: Binding | None) -> Binding | None:
    """Where a notebook's part ends, which is run from its top as far as to the work: at the next
    definition that is not this exercise's, or at its cell."""
    own = [b for b in found if b.name in asked.stubs and (end is None or b < end)]
    behind = next((b for b in found if b > own[-1]), end)
    if behind is None or behind.cell == own[-1].cell:
        return behind
    return replace(behind, line=1)


def _until(source: Source, end: Binding | None) -> Source:
    """The file as far as to the line where this begins."""
    if not end:
        return source
    lines = (source.cells or (source.text,))[end.cell].split("\n")
    rest = "".join(f"{line}\n" for line in lines[: end.line - 1])
    if not source.cells:
        return replace(source, text=rest)
    return replace(source, cells=(*source.cells[: end.cell], *([rest] if rest else [])))
