"""What stands in Gradescope's boxes: plain text, drawn as the terminal's report draws it.

Gradescope puts it into a <pre> and interprets nothing in it. It names no seed and no command: a
student cannot run the course's checks, and the seed is the class's secret.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from grader.report import drawing, words
from grader.report.layout import Page
from grader.report.record import CheckResult, ExerciseResult, Report
from grader.report.safe import clean, cut

_WIDTH = 80
_LONG = 2000, 30
"""Characters and lines of a message or of what was printed: an exception can be a whole array."""


def whole(report: Report) -> str:
    """Return what concerns all of a report: the score, what to do next, and how it was graded."""
    got, full = words.points(report.points, report.max_points)
    parts = [f"{got} of {full} points. {report.next_action.rstrip('.')}."]
    parts += [_cut(note) for note in report.notes]
    parts += [
        _cut(f"{exercise.id}: {note}") for exercise in report.exercises for note in exercise.notes
    ]
    versions = ", ".join(f"{name} {version}" for name, version in report.versions.items())
    parts.append(f"Graded with isolation {report.isolation or 'none'}; {versions}.")
    return clean("\n\n".join(parts))


def exercise(result: ExerciseResult) -> str:
    """Return what there is to say of an exercise without checks."""
    word, _ = words.EXERCISE[result.status]
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
    parts = [words.CHECK[result.status][0].capitalize() + "."]
    parts += _paragraph(result.message or owner.message)
    parts += _matrices(result)
    if first and owner.likely_cause:
        parts.append(f"Likely cause: {clean(owner.likely_cause)}")
    if result.hint and lost(result):
        parts.append(f"Hint: {clean(result.hint)}")
    if result.false_rejection and lost(result):
        bound = f"{result.false_rejection:g}".replace("e-0", "e-")
        parts.append(f"A correct solution fails this check with probability {bound} at most.")
    if result.traceback:
        parts.append("Your code:\n" + "\n".join(_frames(result)))
    parts += _printed(result)
    return "\n\n".join(parts)


def _paragraph(text: str) -> list[str]:
    return [_cut(text)] if text.strip() else []


def _cut(text: str) -> str:
    return cut(clean(text), characters=_LONG[0], lines=_LONG[1])


def _printed(result: CheckResult) -> list[str]:
    return [f"Printed:\n{_cut(result.output)}"] if result.output.strip() else []


def _frames(result: CheckResult) -> Iterator[str]:
    for frame in result.traceback[-8:]:  # the innermost: a recursion has hundreds
        place = f"  {frame.file}, line {frame.line}"
        yield clean(f"{place}, in {frame.function}" if frame.function else place)
        yield clean(f"    {_cut(frame.source.strip())}")


def _matrices(result: CheckResult) -> list[str]:
    if result.comparison is None:
        return []
    page = Page.of(Console(file=io.StringIO(), width=_WIDTH, force_terminal=False))
    found = result.comparison
    drawn = [drawing.draw(page, found.expected_matrix, found.actual_matrix, found.index)]
    if result.example is not None:
        head = "By hand: a small input that shows it"
        drawn.append([Text(head)])
        drawn += [drawing.single(page, "input", matrix) for matrix in result.example.inputs]
        drawn.append(drawing.draw(page, result.example.expected, result.example.actual))
    return [text for lines in drawn if (text := _text(lines))]


def _text(lines: Iterable[Text]) -> str:
    return "\n".join(line.plain.rstrip() for line in lines)
