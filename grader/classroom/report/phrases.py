"""Short numbers and words that the table and the page share."""

from __future__ import annotations

from grader.classroom.analysis import Analysis, ExerciseAnalysis, Item
from grader.classroom.marks import Row
from grader.language import _, joined, ngettext
from grader.report import words


def discrimination() -> str:
    """Return what the number means."""
    return _(
        "Discrimination is the correlation of passing a check with the points for everything else: "
        "near 0 the check tells nothing about a student, below 0 by more than chance it is odd."
    )


def percent(share: float | None) -> str:
    """Return a share as whole per cents, `-` for none; 100 % and 0 % only where they are exact."""
    if share is None:
        return "-"
    rounded = round(100 * share)
    if rounded == 100 and share < 1:
        return "99 %"
    return "1 %" if rounded == 0 and share > 0 else f"{rounded} %"


def done(analysis: Analysis, row: Row) -> str:
    """Return how many exercises a student has finished: `12 of 26`."""
    finished = sum(mark.status == "done" for mark in row.marks.values())
    return of(finished, len(analysis.exercises))


def of(part: int, whole: int) -> str:
    """Return `12 of 26`."""
    return _("{got} of {full}").format(got=f"{part:,}", full=f"{whole:,}")


def correlation(value: float | None) -> str:
    """Return a discrimination with two decimals; `-` where there is none."""
    return "-" if value is None else f"{value:.2f}"


def size(analysis: Analysis) -> str:
    """Return how many students, exercises and points there are."""
    return joined(
        [
            words.counted("{number} student", "{number} students", analysis.scores.count),
            words.counted("{number} exercise", "{number} exercises", len(analysis.exercises)),
            _("{points} points").format(points=words.number(analysis.marks.max_points)),
        ]
    )


def untried(analysis: Analysis) -> str:
    """Return for which exercises there is nothing to show; empty where there is none."""
    names = [exercise.id for exercise in analysis.exercises if not exercise.tried]
    said = _("Nobody handed in anything that could be run for: {exercises}.")
    return said.format(exercises=joined(names)) if names else ""


def states(exercise: ExerciseAnalysis) -> str:
    """Return how many students are in which state: `12 done, 3 not started`."""
    return words.tally(exercise.statuses)


def name(exercise: ExerciseAnalysis, item: Item) -> str:
    """Return a check's name, with its device where it ran on several."""
    several = sum(other.check == item.check for other in exercise.items) > 1
    made = f"{item.check} ({item.device})" if several else item.check
    return _("{check}, hidden").format(check=made) if item.hidden else made


def odd(exercise: ExerciseAnalysis) -> list[str]:
    """Return why an author should look at checks of an exercise: one sentence for each reason."""
    checks: dict[str, list[str]] = {}
    for item in exercise.items:
        if item.remark:
            checks.setdefault(item.remark, []).append(name(exercise, item))
    said = _("{exercise}: {checks}. {remark}")
    return [
        said.format(exercise=exercise.id, checks=joined(names), remark=_(remark))
        for remark, names in checks.items()
    ]


def times(count: int) -> str:
    """Return `once`, `3 times`."""
    return ngettext("once", "{number} times", count).format(number=f"{count:,}")


def frequent(cause: str, count: int) -> str:
    """Return a likely cause and how often it was found."""
    return _("{times}: {cause}").format(times=times(count), cause=cause)


def tenths(analysis: Analysis) -> list[tuple[str, int]]:
    """Return the distribution: `0 to 10 %` with its number of students, and so on."""
    width = 100 // len(analysis.histogram)
    said = _("{first} to {last} %")
    return [
        (said.format(first=place * width, last=(place + 1) * width), count)
        for place, count in enumerate(analysis.histogram)
    ]
