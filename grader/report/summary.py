"""The score, the next action, and one row for each exercise."""

from __future__ import annotations

from collections import Counter

from rich.cells import cell_len
from rich.text import Text

from grader.language import _
from grader.report import words
from grader.report.columns import GAP, Column, lines, width
from grader.report.layout import Page, left
from grader.report.record import ExerciseResult, Report

_WIDE = 110  # From here on there is room for titles and sections.
_BAR = (4, 20)  # Columns of a bar: below the first it says nothing.


def score(page: Page, report: Report) -> Text:
    """Return the first line: the score and the one next action."""
    points = words.score(report.points, report.max_points)
    action = page.line(report.next_action).plain
    line = Text(_("{points}. {action}").format(points=points, action=action))
    line.stylize("bold", 0, len(line) - len(action))
    return line


def table(page: Page, exercises: list[ExerciseResult]) -> list[Text]:
    """Return a row per exercise: name, state, bar, checks passed on CPU and GPU, points."""
    gap, of = (GAP, _(" of ")) if page.width >= 72 else (1, "/")
    names = [page.line(e.id, _faint(e)) for e in exercises]
    states = [Text(words.of_exercise(e.status), words.EXERCISE[e.status][1]) for e in exercises]
    columns = [
        Column(_("exercise"), names, gives_way=True),
        Column(_("state"), states),
        _fractions("CPU", [_passed(e, "cpu") for e in exercises], of),
        _fractions("GPU", [_passed(e, "gpu") for e in exercises], of),
        _fractions(_("points"), [_points(e) for e in exercises], of),
    ]
    titles = [page.line(e.title, _faint(e)) for e in exercises]
    sections = [page.line(e.section, "dim") for e in exercises]
    for more in (Column(_("title"), titles), Column(_("section"), sections)):
        room = page.width - width([*columns, more], gap)
        if page.width >= _WIDE and any(more.cells) and room >= gap + _BAR[1]:
            columns.insert(-4, more)
    bar = min(page.width - width(columns, gap) - gap, _BAR[1])
    if bar >= _BAR[0]:
        columns.insert(-3, Column("", [_bar(page, e, bar) for e in exercises]))
    return lines(page, columns, gap)


def tally(exercises: list[ExerciseResult]) -> str:
    """Return how many exercises are in which state."""
    return words.tally(Counter(exercise.status for exercise in exercises))


def _faint(exercise: ExerciseResult) -> str:
    """The style of a name: dim where nothing was begun."""
    return "dim" if words.EXERCISE[exercise.status][1] == "dim" else ""


def _points(exercise: ExerciseResult) -> tuple[str, str]:
    if not exercise.max_points:
        return "-", ""
    return words.points(exercise.points, exercise.max_points)


def _passed(exercise: ExerciseResult, family: str) -> tuple[str, str]:
    """Checks passed and checks counted on a device; nothing behind for one not asked for."""
    here = [check for check in exercise.checks if words.family(check.device) == family]
    passed, counted, skipped = words.passed_of(here)
    if counted:
        return str(passed), str(counted)
    return (words.of_check("skipped") if skipped else "-"), ""


def _fractions(head: str, cells: list[tuple[str, str]], of: str) -> Column:
    """Join numbers so that their "of" stand below one another."""
    pairs = [cell for cell in cells if cell[1]]
    before = max((len(cell[0]) for cell in pairs), default=0)
    behind = max((len(cell[1]) for cell in pairs), default=0)
    size = before + cell_len(of) + behind if pairs else 0
    joined = [
        a.rjust(before) + of + b.ljust(behind) if b else left(a.rjust(before), size)
        for a, b in cells
    ]
    return Column(head, [Text(text) for text in joined], right=True)


def _bar(page: Page, exercise: ExerciseResult, size: int) -> Text:
    """Full only for full marks, empty only for none."""
    share = words.share(exercise.points, exercise.max_points)
    if exercise.status == "done" and not exercise.max_points:
        share = 1.0
    filled = int(share * size + 1e-9)
    if share > 0:
        filled = max(filled, 1)
    full, empty = ("#", ".") if page.plain else ("\u2501", "\u2508")
    colour = words.EXERCISE[exercise.status][1]
    return Text().append(full * filled, colour).append(empty * (size - filled), "dim")
