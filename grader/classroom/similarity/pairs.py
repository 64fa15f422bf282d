"""The suspicious pairs of a class, over all exercises."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from grader.classroom.similarity.evidence import Exercise, Tile
from grader.classroom.similarity.prints import Press, Print
from grader.course.loading import Course, Entry
from grader.course.stubs import stub

HONEST = 10.0
"""Bits that two honest answers to one exercise may share: the same line of the notes, the same
habit.  Of the 704 pairs of independent right work that the tests have, 98.6 % share fewer.  Only
what is above counts, so that 26 small likenesses do not add up to a suspicion."""

_MARGIN = 20.0
"""A pair that shares n bits by chance is one in 2^n: with log2 of the number of pairs and 20 bits
more, one class in a million would see an honest pair, if chance were all."""


@dataclass(frozen=True)
class Excerpt:
    """Lines of a source that are compared: none of comments, docstrings or blanks alone."""

    lines: dict[int, str]
    """By their numbers."""


@dataclass(frozen=True)
class Match:
    """What two students share in one exercise."""

    exercise: str
    bits: float
    shares: tuple[float, float]
    """Which share of the first one's own work the second has too, and the other way round."""
    excerpts: list[tuple[Excerpt, Excerpt]]


@dataclass(frozen=True)
class Pair:
    """Two students, and what speaks for their not having worked alone."""

    first: str
    second: str
    bits: float
    """The evidence: each bit halves the chance that it came about honestly."""
    matches: list[Match]
    """The strongest first."""


def threshold(students: int) -> float:
    """Return how many bits make a pair suspicious in a class of so many."""
    return math.log2(max(students * (students - 1) / 2, 1)) + _MARGIN


def find(works: Iterable[tuple[str, Mapping[str, str]]], course: Course) -> list[Pair]:
    """Return the suspicious pairs among (student, {exercise id: source}), the worst first.

    Each source is fingerprinted once, one exercise after the other; pairs are found by the rare
    fingerprints that they share, never by comparing all with all. Sources that are no Python are
    read as far as they are.
    """
    sources = dict(sorted(works))
    found: dict[tuple[str, str], list[Match]] = {}
    for entry in course.entries:
        exercise = _exercise(entry, sources)
        for students in exercise.suspects():
            likeness = exercise.likeness(*students)
            if likeness.bits > HONEST:
                first, second = (exercise.prints[student] for student in students)
                excerpts = _excerpts(first, second, likeness.tiles)
                shares = (
                    exercise.share(students[0], likeness),
                    exercise.share(students[1], likeness),
                )
                match = Match(entry.id, likeness.bits, shares, excerpts)
                found.setdefault(students, []).append(match)
    least = threshold(len(sources))
    pairs = [_pair(*students, matches) for students, matches in found.items()]
    return sorted(
        (pair for pair in pairs if pair.bits >= least),
        key=lambda pair: (-pair.bits, pair.first, pair.second),
    )


def _exercise(entry: Entry, sources: Mapping[str, Mapping[str, str]]) -> Exercise:
    press = Press()
    given = [press.fingerprint(text) for text in (entry.reference, stub(entry))]
    written = {student: texts.get(entry.id, "") for student, texts in sources.items()}
    prints = {student: press.fingerprint(text) for student, text in written.items() if text}
    return Exercise(prints, given)


def _pair(first: str, second: str, matches: list[Match]) -> Pair:
    bits = sum(match.bits - HONEST for match in matches)
    return Pair(first, second, bits, sorted(matches, key=lambda match: -match.bits))


def _excerpts(first: Print, second: Print, shared: list[Tile]) -> list[tuple[Excerpt, Excerpt]]:
    """The lines of each tile side by side, the longest first.

    Tiles on neighbouring lines of both become one.
    """
    spans: list[tuple[int, int, int, int]] = []
    for tile in shared:
        left = first.lines[tile.first], first.lines[tile.first + tile.length - 1]
        right = second.lines[tile.second], second.lines[tile.second + tile.length - 1]
        if spans:
            begin, end, other_begin, other_end = spans[-1]
            if left[0] <= end + 1 and other_begin <= right[0] <= other_end + 1:
                spans[-1] = begin, max(end, left[1]), other_begin, max(other_end, right[1])
                continue
        spans.append((*left, *right))
    found = [(_excerpt(first, a, b), _excerpt(second, c, d)) for a, b, c, d in spans]
    return sorted(found, key=lambda pair: -len(pair[0].lines))


def _excerpt(made: Print, begin: int, end: int) -> Excerpt:
    text = made.text.split("\n")
    numbers = sorted({line for line in made.lines if begin <= line <= end})
    return Excerpt({number: text[number - 1] for number in numbers})
