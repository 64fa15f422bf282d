"""What stands in Gradescope's boxes: plain text, drawn as the terminal's report draws it.

Gradescope puts it into a <pre> and interprets nothing in it. It names no seed and no command: a
student cannot run the course's checks, and the seed is the class's secret.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from grader.language import _
from grader.report import drawing, words
from grader.report.layout import Page
from grader.report.record import CheckResult, ExerciseResult, Report
from grader.report.safe import clean, cut

_WIDTH = 80
_LONG = 2000, 30
"""Characters and lines of a message or of what was printed: an exception can be a whole array."""


def whole(report: Report) -> str:
    """Return what concerns all of a report: the score, what to do next, and how it was graded."""
    sentence = _("{sentence}.")
    points = words.score(report.points, report.max_points)
    action = words.without_stop(report.next_action)
    parts = [f"{sentence.format(sentence=points)} {sentence.format(sentence=action)}"]
    parts += [_cut(note) for note in report.notes]
    own = _("{exercise}: {note}")
    parts += [
        _cut(own.format(exercise=exercise.id, note=note))
        for exercise in report.exercises
        for note in exercise.notes
    ]
    versions = ", ".join(f"{name} {version}" for name, version in report.versions.items())
    how = _("Graded with isolation {isolation}; {versions}.")
    parts.append(how.format(isolation=report.isolation or _("none"), versions=versions))
    return clean("\n\n".join(parts))


def exercise(result: ExerciseResult) -> str:
    """Return what there is to say of an exercise without checks."""
    word = words.of_exercise(result.status)
    return "\n\n".join([word, *_paragraph(result.message)])


def lost(result: CheckResult) -> bool:
    """Whether a check that ran did not pass."""
    return result.status in words.FAILING


def check(owner: ExerciseResult, result: CheckResult, *, first: bool) -> str:
    """Return what there is to say of one check; nothing if it passed without remark.

    The likely cause is the exercise's: it stands with the `first` check that failed.
    """
    if result.status == "passed":
        return "\n\n".join(_printed(result))
    state = words.of_check(result.status).capitalize()
    parts = [_("{sentence}.").format(sentence=state)]
    parts += _paragraph(result.message or owner.message)
    parts += _matrices(result)
    if first and owner.likely_cause:
        cause = clean(owner.likely_cause)
        parts.append(_("Likely cause: {cause}").format(cause=cause))
    if result.hint and lost(result):
        parts.append(_("Hint: {hint}").format(hint=clean(result.hint)))
    if result.false_rejection and lost(result):
        parts.append(words.chance(result.false_rejection))
    if result.traceback:
        parts.append("\n".join([_("Your code:"), *_frames(result)]))
    parts += _printed(result)
    return "\n\n".join(parts)


def _paragraph(text: str) -> list[str]:
    return [_cut(text)] if text.strip() else []


def _cut(text: str) -> str:
    return cut(clean(text), _LONG)


def _printed(result: CheckResult) -> list[str]:
    return [_("Printed:") + "\n" + _cut(result.output)] if result.output.strip() else []


def _frames(result: CheckResult) -> Iterator[str]:
    for frame in result.traceback[-8:]:  # the innermost: a recursion has hundreds
        yield clean(f"  {words.place(frame)}")
        yield clean(f"    {_cut(frame.source.strip())}")


def _matrices(result: CheckResult) -> list[str]:
    if result.comparison is None:
        return []
    page = Page.of(Console(file=io.StringIO(), width=_WIDTH, force_terminal=False))
    found = result.comparison
    drawn = [drawing.draw(page, found.expected_matrix, found.actual_matrix, found.index)]
    if result.example is not None:
        head = _("By hand: a small input that shows it")
        drawn.append([Text(head)])
        drawn += [drawing.single(page, _("input"), matrix) for matrix in result.example.inputs]
        drawn.append(drawing.draw(page, result.example.expected, result.example.actual))
    return [text for lines in drawn if (text := _text(lines))]


def _text(lines: Iterable[Text]) -> str:
    return "\n".join(line.plain.rstrip() for line in lines)
