"""Short numbers and words that the table and the page share."""

from __future__ import annotations

from grader.classroom.analysis import Analysis, ExerciseAnalysis, Item
from grader.classroom.marks import Row
from grader.report import words

DISCRIMINATION = (
    "Discrimination is the correlation of passing a check with the points for everything else: "
    "near 0 the check tells nothing about a student, below 0 it is odd."
)


def short(value: float) -> str:
    """Return a number with two decimals at most."""
    return words.points(value, value)[0]


def percent(share: float | None) -> str:
    """Return a share as whole per cents, `-` for none; 100 % and 0 % only where they are exact."""
    if share is None:
        return "-"
    rounded = round(100 * share)
    if rounded == 100 and share < 1:
        return "99 %"
    return "1 %" if rounded == 0 and share > 0 else f"{rounded} %"


def share(points: float, full: float) -> float:
    """Return the length of a bar in per cents, from 0 to 100."""
    return min(max(round(100 * points / full, 1), 0.0), 100.0) if full else 0.0


def done(analysis: Analysis, row: Row) -> str:
    """Return how many exercises a student has finished: `12 of 26`."""
    finished = sum(mark.status == "done" for mark in row.marks.values())
    return f"{finished} of {len(analysis.exercises)}"


def correlation(value: float | None) -> str:
    """Return a discrimination with two decimals; `-` where there is none."""
    return "-" if value is None else f"{value:.2f}"


def size(analysis: Analysis) -> str:
    """Return how many students, exercises and points there are."""
    students = words.count(analysis.scores.count, "student")
    exercises = words.count(len(analysis.exercises), "exercise")
    return f"{students}, {exercises}, {short(analysis.marks.max_points)} points"


def states(exercise: ExerciseAnalysis) -> str:
    """Return how many students are in which state: `12 done, 3 not started`."""
    return ", ".join(
        words.count(exercise.statuses[status], word) if word == "error"
        else f"{exercise.statuses[status]:,} {word}"
        for status, (word, _) in words.EXERCISE.items()
        if exercise.statuses.get(status)
    )  # fmt: skip


def name(exercise: ExerciseAnalysis, item: Item) -> str:
    """Return a check's name, with its device where it ran on several."""
    several = sum(other.check == item.check for other in exercise.items) > 1
    made = f"{item.check} ({item.device})" if several else item.check
    return f"{made}, hidden" if item.hidden else made


def times(count: int) -> str:
    """Return `once`, `3 times`."""
    return "once" if count == 1 else f"{count:,} times"


def tenths(analysis: Analysis) -> list[tuple[str, int]]:
    """Return the distribution: `0 to 10 %` with its number of students, and so on."""
    width = 100 // len(analysis.histogram)
    return [
        (f"{place * width} to {(place + 1) * width} %", count)
        for place, count in enumerate(analysis.histogram)
    ]
