"""The score, the next action, and one row for each exercise."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from rich.text import Text

from grader.report import words
from grader.report.layout import INDENT, Page
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
    got, full = words.points(report.points, report.max_points)
    line = Text().append(f"{got} of {full} points.", "bold")
    return line.append(" ").append_text(page.line(report.next_action))


def table(page: Page, exercises: list[ExerciseResult]) -> list[Text]:
    """Return a row per exercise: name, state, bar, checks passed on CPU and GPU, points."""
    rows = [_row(page, exercise) for exercise in exercises]
    gap, of = ("  ", " of ") if page.width >= 72 else (" ", "/")
    fractions = [_column([row.fractions[k] for row in rows], of) for k in range(3)]
    heads = ["CPU", "GPU", "points"]
    ends = [max(len(h), *map(len, c)) for h, c in zip(heads, fractions, strict=True)]
    state = max(len("state"), *(row.state.cell_len for row in rows))
    fixed = state + sum(ends) + len(gap) * 4
    room = page.width - INDENT - fixed
    columns: list[tuple[str, int, list[Text]]] = []
    names = [row.name for row in rows]
    name = min(max(n.cell_len for n in [*names, Text("exercise")]), max(room, _SHORTEST_ID))
    columns.append(("exercise", name, names))
    room -= name
    if page.width >= _WIDE:
        for head, more in (
            ("title", [row.title for row in rows]),
            ("section", [row.section for row in rows]),
        ):
            longest = max(text.cell_len for text in more)
            if longest and room - len(gap) - max(longest, len(head)) >= _BAR[1] + len(gap):
                columns.append((head, max(longest, len(head)), more))
                room -= max(longest, len(head)) + len(gap)
    columns.append(("state", state, [row.state for row in rows]))
    bar = min(room - len(gap), _BAR[1])
    if bar >= _BAR[0]:
        columns.append(("", bar, [_bar(page, row, bar) for row in rows]))
    for head, end, cells in zip(heads, ends, fractions, strict=True):
        columns.append((head.rjust(end), end, [Text(cell.rjust(end)) for cell in cells]))
    header = _line(page, gap, [(Text(head, "dim"), size) for head, size, _ in columns])
    lines = zip(*(texts for _, _, texts in columns), strict=True)
    sizes = [size for _, size, _ in columns]
    return [header, *(_line(page, gap, list(zip(line, sizes, strict=True))) for line in lines)]


def tally(exercises: list[ExerciseResult]) -> str:
    """Return how many exercises are in which state."""
    counted = Counter(exercise.status for exercise in exercises)
    return ", ".join(
        words.count(counted[status], word) if status == "error" else f"{counted[status]} {word}"
        for status, (word, _) in words.EXERCISE.items()
        if counted[status]
    )


def _row(page: Page, exercise: ExerciseResult) -> _Row:
    word, colour = words.EXERCISE[exercise.status]
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
    return ("skipped" if skipped else "-"), ""


def _column(cells: list[tuple[str, str]], of: str) -> list[str]:
    """Join numbers so that their "of" stand below one another."""
    pairs = [cell for cell in cells if cell[1]]
    before = max((len(a) for a, _ in pairs), default=0)
    behind = max((len(b) for _, b in pairs), default=0)
    width = before + len(of) + behind if pairs else 0
    return [
        a.rjust(before) + of + b.ljust(behind) if b else a.rjust(before).ljust(width)
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
