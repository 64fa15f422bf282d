"""What the sources of one exercise share, and how much that says.

What the course gives to everybody (stub, reference) says nothing, and neither does what many have:
the notes' code, the obvious answer. A fingerprint that only two have says most, and the more, the
larger the class is: it is worth -log2 of the chance that an honest student writes it, estimated
from the rest of the class without the two.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import combinations

from grader.classroom.similarity.prints import LENGTH, Print, own_tokens

_SEEN, _OF = 1, 4
"""What is taken for granted before anyone is looked at: one in four would write it too.  In a
class of two this leaves 2 bits for twelve tokens: two students alone cannot prove much."""

_MOST_BITS = 6.0
"""No twelve tokens are worth more, in the largest class: one in 64 who solve the same exercise
with the same library may always write them."""

_FEW, _SHARE = 4, 50
"""What more than four students have, and more than every fiftieth, is common knowledge.  It also
bounds the work: of a fingerprint at most (N/50)^2/2 pairs are looked at."""

_MOST_PLACES = 8
"""Of one fingerprint in one source: `a = 1` a thousand times is looked at eight times."""


@dataclass(frozen=True)
class Tile:
    """A run of tokens that two sources share: where it begins in each, and its tokens."""

    first: int
    second: int
    length: int


@dataclass(frozen=True)
class Likeness:
    """What two sources share."""

    bits: float
    tokens: int
    tiles: list[Tile]


@dataclass
class Exercise:
    """One exercise's sources by student, and what each fingerprint is worth."""

    prints: Mapping[str, Print]
    boilerplate: Iterable[Print]
    worth: dict[int, float] = field(init=False)
    """Bits by fingerprint, for those that two students or a few more have."""
    own: set[int] = field(init=False)
    """What is neither the course's nor common knowledge."""

    def __post_init__(self) -> None:
        owners = Counter(gram for made in self.prints.values() for gram in made.where)
        for given in self.boilerplate:
            for gram in given.where:
                owners.pop(gram, None)
        number = len(self.prints)
        most = max(_FEW, number // _SHARE)
        self.own = {gram for gram, has in owners.items() if has <= most}
        self.worth = {gram: _bits(owners[gram], number) for gram in self.own if owners[gram] > 1}

    def suspects(self) -> Iterator[tuple[str, str]]:
        """The pairs that share two of these fingerprints or more, by way of who has which."""
        owners: dict[int, list[str]] = {}
        for student, made in self.prints.items():
            for gram in made.where:
                if gram in self.worth:
                    owners.setdefault(gram, []).append(student)
        shared = Counter(pair for students in owners.values() for pair in combinations(students, 2))
        yield from (pair for pair, times in shared.items() if times > 1)

    def likeness(self, first: str, second: str) -> Likeness:
        """What these two share, and what it says that they do."""
        made, other = self.prints[first], self.prints[second]
        found = tiles(made, other, self.worth)
        bits, tokens, covered = 0.0, 0, 0
        for tile in found:
            for at in range(tile.first, tile.first + tile.length - LENGTH + 1):
                fresh = at + LENGTH - max(at, covered)
                bits += self.worth[made.grams[at]] * fresh / LENGTH
                tokens += fresh
                covered = at + LENGTH
        return Likeness(bits, tokens, found)

    def share(self, student: str, likeness: Likeness) -> float:
        """Which part of a student's own tokens is in a likeness."""
        return min(1.0, likeness.tokens / max(1, own_tokens(self.prints[student], self.own)))


def tiles(first: Print, second: Print, worth: Mapping[int, float]) -> list[Tile]:
    """Return the longest runs of shared fingerprints, each token of `second` used once."""
    shared = (first.where.keys() & second.where.keys()) & worth.keys()
    made: list[Tile] = []
    used = bytearray(len(second.grams))
    done = 0
    for at in sorted(at for gram in shared for at in first.where[gram]):
        if at < done:
            continue
        length, there = _longest(first.grams, at, second, shared, used)
        if length:
            made.append(Tile(at, there, length + LENGTH - 1))
            used[there : there + length] = b"\1" * length
            done = at + length
    return made


def _longest(
    grams: list[int], at: int, second: Print, shared: AbstractSet[int], used: bytearray
) -> tuple[int, int]:
    """The longest run from `at` on: how many fingerprints, and where it is in `second`."""
    best, place = 0, 0
    for there in second.where[grams[at]][:_MOST_PLACES]:
        length = 0
        most = min(len(grams) - at, len(second.grams) - there)
        while (
            length < most
            and grams[at + length] == second.grams[there + length]
            and grams[at + length] in shared
            and not used[there + length]
        ):
            length += 1
        if length > best:
            best, place = length, there
    return best, place


def _bits(owners: int, number: int) -> float:
    """What a fingerprint is worth that `owners` of `number` students have, two of them the pair."""
    return min(_MOST_BITS, math.log2((number - 2 + _OF) / (owners - 2 + _SEEN)))
