"""The sentences in which similarity is told."""

from __future__ import annotations

from grader.classroom.similarity.pairs import Match, Pair, threshold
from grader.language import _, ngettext
from grader.report import words


def caution() -> str:
    """Return what a pair means."""
    return _(
        "A pair is a reason to look, not a proof: two may have had the same help, or the same "
        "source. What the course gives and what many wrote has been left out."
    )


def summary(pairs: int, students: int) -> str:
    """Return the first line."""
    if not pairs:
        return words.counted(
            "No suspicious pair among {number} student.",
            "No suspicious pair among {number} students.",
            students,
        )
    said = ngettext(
        "{pairs} suspicious pair among {students} students: {bits} bits of evidence or more.",
        "{pairs} suspicious pairs among {students} students: {bits} bits of evidence or more.",
        pairs,
    )
    bits = f"{threshold(students):.0f}"
    return said.format(pairs=f"{pairs:,}", students=f"{students:,}", bits=bits)


def title(pair: Pair) -> str:
    """Return who, and how much speaks for it."""
    number = len(pair.matches)
    said = ngettext(
        "{first} and {second}: {bits} bits from {number} exercise",
        "{first} and {second}: {bits} bits from {number} exercises",
        number,
    )
    bits = f"{pair.bits:.0f}"
    return said.format(first=pair.first, second=pair.second, bits=bits, number=number)


def share(pair: Pair, match: Match) -> str:
    """Return how much of each one's own work in an exercise the other has too."""
    left, right = (f"{100 * part:.0f} %" for part in match.shares)
    said = _(
        "{exercise}: {left} of {first}'s own work and {right} of {second}'s are the same but for "
        "names and comments"
    )
    return said.format(
        exercise=match.exercise, left=left, first=pair.first, right=right, second=pair.second
    )
