"""What of a file that holds several exercises is which one's.

Several exercises may ask for one name, `make_net`, and whoever does all of them in one file defines
it anew for each.  Its arguments and sizes tell of which ones a definition may be; of these what
stands beside it tells whose it is, `evaluate_accuracy`, or else the course's order: a file is read
as stretches of definitions in that order, one for each exercise, so that as few as possible are
left over.  Of exercises that ask for one and the same name, the definition's words may tell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from grader.submission.candidates import Candidate, candidates
from grader.submission.source import Source, Wanted
from grader.submission.wording import favourites
from grader.submission.work import Definition, Statement, definitions, outline

_MOST = 512
"""Definitions of names that are asked for; those behind them are not looked at."""
Claims = dict[str, list[int]]
"""By exercise which of a file's definitions are its own, by their indices."""


@dataclass(frozen=True)
class Parts:
    """What of one file is which exercise's."""

    held: Sequence[str]
    """The exercises of which it defines all stubs."""
    sources: Mapping[str, Source]
    """By exercise the file without what takes the place of its own definitions."""
    defined: Mapping[str, Mapping[str, Statement]]
    """By exercise its own definitions there, by their names."""
    several: Mapping[str, Sequence[str]]
    """By name the exercises, in the file's order, that have a definition each: two or more."""
    unclear: Sequence[Sequence[Wanted]]
    """Exercises that ask for the same, of which the file's only definition may be any one's."""


def parts(source: Source, wanted: Sequence[Wanted]) -> Parts:
    """The parts of the exercises of which the file defines all stubs; `wanted` is in the course's
    order."""
    stubs = {stub for asked in wanted for stub in asked.stubs}
    every = defining(source, stubs)[:_MOST]
    names = {definition.name for definition in every}
    held = [asked for asked in wanted if asked.stubs and {*asked.stubs} <= names]
    found = candidates(every, wanted, held)
    claims, owners, unclear = _shared_out(found, held)
    for group in _alike(held):
        if len(group) > 1 and _told_by_words(source, found, group, claims, owners):
            unclear = [other for other in unclear if other != group]
    sources, defined = {}, {}
    for asked in (asked for asked in held if asked.id in claims):
        own = _with_later_tries(found, asked, claims[asked.id], owners)
        first = {found[at].name: found[at].definition for at in claims[asked.id]}
        others = [d for d in every if d not in own and d > first.get(d.name, d)]
        last = max(own)
        behind = next((definition for definition in every if definition > last), None)
        sources[asked.id] = _as_far_as(_without(source, others), last, behind)
        defined[asked.id] = definitions(definition.statement for definition in own)
    several: dict[str, list[str]] = {}
    for at in sorted(at for own in claims.values() for at in own):
        several.setdefault(found[at].name, []).append(owners[at])
    several = {name: ids for name, ids in several.items() if len(ids) > 1}
    return Parts([asked.id for asked in held], sources, defined, several, unclear)


def defining(source: Source, stubs: Collection[str]) -> list[Definition]:
    """Where the file defines them: a name for which a function or a class is written gets its
    meaning nowhere else."""
    found = [definition for definition in outline(source) if definition.name in stubs]
    written = {definition.name for definition in found if definition.written}
    return [d for d in found if d.written or d.name not in written]


def _with_later_tries(
    found: Sequence[Candidate], asked: Wanted, claimed: Sequence[int], owners: Mapping[int, str]
) -> list[Definition]:
    """What is `claimed`, and attempts below that, as far as to another exercise's definition.

    None is one of a name that others ask for, where what else is claimed tells which is its own.
    """
    sure = any(found[at].fits == {asked.id} for at in claimed)
    own = [found[at].definition for at in claimed]
    for at in range(max(claimed) + 1, len(found)):
        one = found[at]
        free = at not in owners and asked.id in one.may_be and not (sure and len(one.fits) > 1)
        if free or owners.get(at) == asked.id:
            own.append(one.definition)
        elif one.name in asked.stubs:
            break
    return own


def _shared_out(
    found: Sequence[Candidate], held: Sequence[Wanted]
) -> tuple[Claims, dict[int, str], list[list[Wanted]]]:
    """Which of the definitions are whose; the owner of each, of former tries too; and the exercises
    of which that is not clear."""
    reading = _Reading(found, held)
    names = reading.names
    claims = reading.in_order() | reading.anchored
    alike = _alike(held)
    unclear = [group for group in alike if _unclear(group, reading, claims)]
    for asked in (asked for group in unclear for asked in group):
        claims.pop(asked.id, None)
    owners = reading.owners | {at: exercise for exercise, own in claims.items() for at in own}
    for group in (group for group in alike if group not in unclear):
        left = [asked for asked in group if asked.id not in claims]
        free = [at for at in range(len(names)) if at not in owners]
        if len(group) > 1:
            tries = [at for at in free if at and names[at - 1] == names[at]]
            [stub, *more] = group[0].stubs
            own = [at for at in free if names[at] == stub and at not in tries and not more]
            for asked in left:
                mine = [at for at in own if asked.id in found[at].may_be][:1]
                claims |= {asked.id: mine} if mine else {}
                own = [at for at in own if at not in mine]
        elif left:
            own = _last(reading.open_to(left[0]), left[0], free)
            others = {stub for asked in held if asked != left[0] for stub in asked.stubs}
            alone = any(found[at].fits and names[at] not in others for at in own)
            claims |= {left[0].id: own} if alone or len(own) == len(left[0].stubs) else {}
        owners |= {at: asked.id for asked in left for at in claims.get(asked.id, [])}
    return claims, owners, unclear


def _alike(held: Sequence[Wanted]) -> list[list[Wanted]]:
    """The exercises by what they ask for."""
    alike: dict[frozenset[str], list[Wanted]] = {}
    for asked in held:
        alike.setdefault(frozenset(asked.stubs), []).append(asked)
    return list(alike.values())


def _told_by_words(
    source: Source,
    found: Sequence[Candidate],
    group: Sequence[Wanted],
    claims: Claims,
    owners: dict[int, str],
) -> bool:
    """Give each exercise of the group, which asks for one name, the last definition that speaks of
    it, and take from it what speaks of another.  Returns whether any does.

    Who asks about one exercise alone, and hands in one definition, means that.
    """
    ids = {asked.id for asked in group}
    [stub, *more] = group[0].stubs
    pool = [
        at
        for at, one in enumerate(found)
        if one.name == stub and owners.get(at, group[0].id) in ids
    ]
    meant = len(pool) == 1 and sum(not asked.unasked for asked in group) == 1
    told = [] if more or meant else pool
    spoken = favourites(source, [found[at].definition for at in told], group)
    speaks = {at: exercise for at, exercise in zip(told, spoken, strict=True) if exercise}
    for asked in group:
        if own := [at for at in speaks if speaks[at] == asked.id]:
            claims[asked.id] = own[-1:]
        elif any(speaks.get(at) for at in claims.get(asked.id, [])):
            del claims[asked.id]
    owners |= speaks
    return bool(speaks)


class _Reading:
    """What a file defines, in its order, as definitions of the exercises `held`."""

    def __init__(self, found: Sequence[Candidate], held: Sequence[Wanted]) -> None:
        self.found = found
        self.names = [one.name for one in found]
        self.held = held
        self.anchored: Claims = {}
        self.owners: dict[int, str] = {}
        """Also of former tries of what is anchored."""
        for asked in held:
            for own in self._beside(asked):
                self.anchored[asked.id] = own
                self.owners |= dict.fromkeys(own, asked.id)

    def _beside(self, asked: Wanted) -> Iterator[list[int]]:
        """The definitions next to those that nobody else asks for, where these are all that fit the
        exercise: between them, or else before them, or else behind."""
        names = {one.name for one in self.found if asked.id in one.fits}
        own = {at for at, name in enumerate(self.names) if name in asked.stubs}
        last = -1
        for anchor in sorted(at for at in own if self.found[at].fits == {asked.id}):
            if anchor <= last:
                continue  # it lies in the stretch that was looked at
            first = last = anchor
            while first - 1 in own:
                first -= 1
            while last + 1 in own:
                last += 1
            stretch = [at for at in range(first, last + 1) if asked.id in self.found[at].may_be]
            high = max(at for at in stretch if self.found[at].fits == {asked.id})
            # A net is made before it is used, and the next one's is made behind.
            chosen = {self.names[at]: at for at in stretch if at <= high}
            for at in (at for at in stretch if at > high):
                chosen.setdefault(self.names[at], at)
            if chosen.keys() >= names:
                yield list(chosen.values())

    def in_order(self) -> Claims:
        """Whose the definitions are by the course's order: an earlier exercise's where they could
        be a later one's as well."""
        most = self.most(self.held)
        claims = {}
        at = 0
        for i, asked in enumerate(self.held):
            end = self._ends(asked)[at]
            if end and most[i][at] == self._weight(asked) + most[i + 1][end]:
                claims[asked.id] = _last(self.open_to(asked), asked, range(at, end))
                at = end
        return claims

    def most(self, held: Sequence[Wanted]) -> list[list[int]]:
        """How much of the definitions behind the first `j` can be those of exercises behind the
        first `i`."""
        most = [[0] * (len(self.names) + 1)]
        for asked in reversed(held):
            ends, later, weight = self._ends(asked), most[0], self._weight(asked)
            row = [max(later[at], weight + later[end] if end else 0) for at, end in enumerate(ends)]
            most.insert(0, row)
        return most

    def _weight(self, asked: Wanted) -> int:
        """An exercise whose definitions others tell apart is a landmark, and no more."""
        alone = any(one.fits == {asked.id} for one in self.found)
        return 1 if alone else len(asked.stubs)

    def open_to(self, asked: Wanted) -> list[str]:
        """The names, but for those of definitions that are another exercise's."""
        return [
            one.name if asked.id in one.may_be and self.owners.get(at) in (None, asked.id) else ""
            for at, one in enumerate(self.found)
        ]

    def _ends(self, asked: Wanted) -> list[int]:
        """Where the shortest stretch ends that begins behind the first `j` definitions and has all
        of the exercise's stubs; 0 where none has."""
        names = self.open_to(asked)
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


def _unclear(group: Sequence[Wanted], reading: _Reading, claims: Claims) -> bool:
    """Whether nothing tells for which one of the group the definitions are that there are once."""
    if len(group) == 1 or any(reading.names.count(stub) > 1 for stub in group[0].stubs):
        return False
    own = [asked for asked in group if asked.id in claims]
    if not own:
        taken = {reading.names[at] for own in claims.values() for at in own}
        return taken.isdisjoint(group[0].stubs)
    others = [asked for asked in reading.held if asked not in own]
    return reading.most(others)[0][0] == reading.most(reading.held)[0][0]


def _as_far_as(source: Source, last: Definition, behind: Definition | None) -> Source:
    """A notebook as far as to the exercise's work, its `last` definition: to the one `behind` that,
    or to that one's cell."""
    if behind is None or not source.cells:
        return source
    lines = source.cells[behind.cell].split("\n")
    within = behind.line - 1 if behind.cell == last.cell else 0
    rest = "".join(f"{line}\n" for line in lines[:within])
    return replace(source, cells=(*source.cells[: behind.cell], *([rest] if rest else [])))


def _without(source: Source, others: Sequence[Definition]) -> Source:
    """The file with blank lines in place of these definitions."""
    gone = {(d.cell, line) for d in others for line in range(d.line, d.end)}
    if not gone:
        return source
    text, *cells = (
        "\n".join("" if (cell, n) in gone else line for n, line in enumerate(text.split("\n"), 1))
        for cell, text in enumerate(source.cells or [source.text])
    )
    return replace(source, cells=(text, *cells)) if source.cells else replace(source, text=text)
