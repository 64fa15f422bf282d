"""The score, the next action, and one row for each exercise."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from grader.language import _
from grader.report import words
from grader.report.layout import INDENT, Page, left, right
from grader.report.record import ExerciseResult, Report

_WIDE = 110  # From here on there is room for titles and sections.
_BAR = (4, 20)  # Columns of a bar: below the first it says nothing.
_SHORTEST_ID = 8


@dataclass(frozen=True)
class _Row:
    """One exercise as words, before widths are known."""

    name: Text
    title: Text
    section: Text
    state: Text
    share: float
    colour: str
    fractions: tuple[tuple[str, str], ...]
    """CPU, GPU, points: what stands before and behind the "of"."""


def score(page: Page, report: Report) -> Text:
    """Return the first line: the score and the one next action."""
    points = words.score(report.points, report.max_points)
    line = Text().append(points + _(". "), "bold")
    return line.append_text(page.line(report.next_action))


def table(page: Page, exercises: list[ExerciseResult]) -> list[Text]:
    """Return a row per exercise: name, state, bar, checks passed on CPU and GPU, points."""
    rows = [_row(page, exercise) for exercise in exercises]
    gap, of = ("  ", _(" of ")) if page.width >= 72 else (" ", "/")
    fractions = [_column([row.fractions[k] for row in rows], of) for k in range(3)]
    heads = ["CPU", "GPU", _("points")]
    ends = [max(map(cell_len, [h, *c])) for h, c in zip(heads, fractions, strict=True)]
    state = max(map(cell_len, [_("state"), *(row.state.plain for row in rows)]))
    fixed = state + sum(ends) + len(gap) * 4
    room = page.width - INDENT - fixed
    columns: list[tuple[str, int, list[Text]]] = []
    names = [row.name for row in rows]
    longest = max(n.cell_len for n in [*names, Text(_("exercise"))])
    name = min(longest, max(room, _SHORTEST_ID))
    columns.append((_("exercise"), name, names))
    room -= name
    if page.width >= _WIDE:
        for head, more in (
            (_("title"), [row.title for row in rows]),
            (_("section"), [row.section for row in rows]),
        ):
            longest = max(text.cell_len for text in more)
            size = max(longest, cell_len(head))
            if longest and room - len(gap) - size >= _BAR[1] + len(gap):
                columns.append((head, size, more))
                room -= size + len(gap)
    columns.append((_("state"), state, [row.state for row in rows]))
    bar = min(room - len(gap), _BAR[1])
    if bar >= _BAR[0]:
        columns.append(("", bar, [_bar(page, row, bar) for row in rows]))
    for head, end, cells in zip(heads, ends, fractions, strict=True):
        columns.append((right(head, end), end, [Text(right(cell, end)) for cell in cells]))
    titles, sizes, cells_of = zip(*columns, strict=True)
    header = _line(page, gap, [(Text(h, "dim"), s) for h, s in zip(titles, sizes, strict=True)])
    lines = zip(*cells_of, strict=True)
    return [header, *(_line(page, gap, list(zip(line, sizes, strict=True))) for line in lines)]


def tally(exercises: list[ExerciseResult]) -> str:
    """Return how many exercises are in which state."""
    return words.tally(Counter(exercise.status for exercise in exercises))


def _row(page: Page, exercise: ExerciseResult) -> _Row:
    word, colour = words.of_exercise(exercise.status), words.EXERCISE[exercise.status][1]
    share = exercise.points / exercise.max_points if exercise.max_points else 0.0
    if exercise.status == "done" and not exercise.max_points:
        share = 1.0
    return _Row(
        name=page.line(exercise.id, "dim" if colour == "dim" else ""),
        title=page.line(exercise.title, "dim" if colour == "dim" else ""),
        section=page.line(exercise.section, "dim"),
        state=Text(word, colour),
        share=min(max(share, 0.0), 1.0) if math.isfinite(share) else 0.0,
        colour=colour,
        fractions=(
            _passed(exercise, "cpu"),
            _passed(exercise, "gpu"),
            words.points(exercise.points, exercise.max_points)
            if exercise.max_points
            else ("-", ""),
        ),
    )


def _passed(exercise: ExerciseResult, family: str) -> tuple[str, str]:
    """Checks passed and checks counted on a device; nothing behind for one not asked for."""
    here = [check for check in exercise.checks if words.family(check.device) == family]
    passed, counted, skipped = words.passed_of(here)
    if counted:
        return str(passed), str(counted)
    return (words.of_check("skipped") if skipped else "-"), ""


def _column(cells: list[tuple[str, str]], of: str) -> list[str]:
    """Join numbers so that their "of" stand below one another."""
    pairs = [cell for cell in cells if cell[1]]
    before = max((len(cell[0]) for cell in pairs), default=0)
    behind = max((len(cell[1]) for cell in pairs), default=0)
    width = before + cell_len(of) + behind if pairs else 0
    return [
        a.rjust(before) + of + b.ljust(behind) if b else left(a.rjust(before), width)
        for a, b in cells
    ]


def _bar(page: Page, row: _Row, width: int) -> Text:
    """Full only for full marks, empty only for none."""
    filled = int(row.share * width + 1e-9)
    if row.share > 0:
        filled = max(filled, 1)
    full, empty = ("#", ".") if page.plain else ("\u2501", "\u2508")
    return Text().append(full * filled, row.colour).append(empty * (width - filled), "dim")


def _line(page: Page, gap: str, cells: list[tuple[Text, int]]) -> Text:
    line = Text(" " * INDENT)
    for number, (text, size) in enumerate(cells):
        cell = page.shortened(text, size)
        line.append(gap if number else "").append_text(cell).append(" " * (size - cell.cell_len))
    return page.shortened(line, page.width) if line.cell_len > page.width else line
