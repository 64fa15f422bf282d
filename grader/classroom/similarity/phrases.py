"""The sentences in which similarity is told."""

from __future__ import annotations

from grader.classroom.similarity.pairs import Match, Pair, threshold
from grader.report import words

CAUTION = (
    "A pair is a reason to look, not a proof: two may have had the same help, or the same source. "
    "What the course gives and what many wrote has been left out."
)


def summary(pairs: int, students: int) -> str:
    """Return the first line."""
    if not pairs:
        return f"No suspicious pair among {words.count(students, 'student')}."
    least = f"{threshold(students):.0f} bits of evidence or more"
    return f"{words.count(pairs, 'suspicious pair')} among {students:,} students: {least}."


def title(pair: Pair) -> str:
    """Return who, and how much speaks for it."""
    alike = words.count(len(pair.matches), "exercise")
    return f"{pair.first} and {pair.second}: {pair.bits:.0f} bits from {alike}"


def share(pair: Pair, match: Match) -> str:
    """Return how much of each one's own work in an exercise the other has too."""
    left, right = (f"{100 * part:.0f} %" for part in match.shares)
    return (
        f"{match.exercise}: {left} of {pair.first}'s own work and {right} of {pair.second}'s "
        "are the same but for names and comments"
    )
