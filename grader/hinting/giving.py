"""The next hint on one exercise: graded as it is now, so that no hint is about old work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from grader.course.loading import Course, Entry
from grader.grading import Grader
from grader.grading.jobs import wanted
from grader.hinting import progress
from grader.hinting.ladder import Ladder, ladder
from grader.language import _, ngettext, spoken
from grader.report.again import Again
from grader.report.record import ExerciseResult
from grader.report.student import for_student
from grader.submission import SubmissionError, read


@dataclass(frozen=True)
class Told:
    """What to say: all hints given so far on this check, of how many."""

    exercise: str
    title: str
    hints: list[str]
    of: int
    repeated: bool
    """Whether the last of them had been given before."""

    def __str__(self) -> str:
        """The check, the next hint, and how many are left; all hints once none is left to give."""
        left = self.of - len(self.hints)
        lines = [_("{exercise}: {title}").format(exercise=self.exercise, title=self.title)]
        lines += self.numbered(0 if self.repeated else len(self.hints) - 1)
        if self.repeated:
            lines.append(_("That was all: no hint is left."))
        elif left:
            more = ngettext(
                "{number} hint is left: the same command gives the next.",
                "{number} hints are left: the same command gives the next.",
                left,
            )
            lines.append(more.format(number=left))
        else:
            lines.append(_("No hint is left."))
        return "\n".join(lines)

    def numbered(self, first: int = 0) -> list[str]:
        """The hints from the one at the index `first` on, each with its number."""
        said = _("Hint {number} of {all}: {hint}")
        return [
            said.format(number=number, all=self.of, hint=hint)
            for number, hint in enumerate(self.hints[first:], first + 1)
        ]


def next_hint(
    grader: Grader, course: Course, exercise: str, path: Path, again: Again
) -> Told | str:
    """Return the hints given so far and one more, which is kept; or why there is none.

    Raises CourseError for an unknown exercise, SubmissionError where there is no file, OSError
    where it cannot be kept what was given.
    """
    entry = course.entry(exercise)
    submission = read(path, wanted(course.only([exercise])))
    source = submission.sources[exercise]
    if source.missing:
        said = _("there is no {file} in {folder}; grader reset {exercise} writes its stub")
        raise SubmissionError(said.format(file=source.filename, folder=path, exercise=exercise))
    report = for_student(grader.grade(submission))
    (result,) = report.exercises
    if result.status == "done":
        said = _("{exercise}: every check passed, so there is nothing to hint at.")
        return said.format(exercise=exercise)
    if result.message and not any(check.points for check in result.checks):
        said = _("{exercise}: {message} Mend this first.")
        return said.format(exercise=exercise, message=result.message)
    found = ladder(entry, result, again, _mistakes(grader, entry, result))
    if found is None or not found.steps:
        said = _("{exercise}: there is no hint on what is still wrong.")
        return said.format(exercise=exercise)
    return _told(path, exercise, found)


def _told(path: Path, exercise: str, found: Ladder) -> Told:
    """One step further on the same check, or the first on another."""
    number = 0

    def step(before: progress.Given | None) -> progress.Given:
        nonlocal number
        number = len(before.hints) if before and before.check == found.check else 0
        return progress.Given(found.check, found.steps[: number + 1], spoken())

    hints = progress.give(path, exercise, step).hints
    return Told(exercise, found.title, hints, len(found.steps), repeated=number >= len(found.steps))


def _mistakes(grader: Grader, entry: Entry, result: ExerciseResult) -> list[str]:
    """Sentences of the known mistakes that fail what the submission fails first, in the same way:
    by wrong numbers, or by something else than an array of the right shape and type."""
    failed = [check for check in result.checks if check.status == "failed" and not check.hidden]
    if result.likely_cause or not failed:
        return []
    first = failed[0]
    takes = [(take.check, take.device) for take in grader.references.takes(entry)]
    place = takes.index((first.name, first.device))
    sentences = []
    for mistake, wrong in zip(entry.mistakes, grader.diagnosis.mistaken(entry), strict=True):
        outcome = wrong.get(place)
        if outcome is None or outcome.value is None:
            continue
        if (outcome.verdict.difference is None) == (first.comparison is None):
            sentences.append(mistake.sentence)
    return sentences
