"""A class for a terminal: the distribution, every check, every student."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from grader.classroom.analysis import Analysis, ExerciseAnalysis
from grader.classroom.report import phrases
from grader.classroom.report.columns import Column, lines
from grader.report.layout import INDENT, Page

_WIDE = 110
"""From here on there is room for titles, and for when work was handed in."""
_BAR = 30
_MOST_CAUSES = 3


def render(analysis: Analysis, console: Console) -> None:
    """Print `analysis` on `console`: what a class can do, and who has what.

    Students' names are shown escaped; colours repeat what words say.
    """
    page = Page.of(console)
    page.show(
        page.wrap(page.line(f"{analysis.title}: {phrases.size(analysis)}.", "bold"), page.measure)
    )
    if not analysis.marks.rows:
        page.show([Text("Nobody has been graded yet.")])
        return
    page.show(page.wrap(Text(_scores(analysis)), page.measure))
    page.show([Text(), *_distribution(page, analysis)])
    page.show(_odd(page, analysis))
    for exercise in analysis.exercises:
        page.show([Text(), *_exercise(page, exercise)])
    page.show([Text(), *page.wrap(Text(phrases.DISCRIMINATION, "dim"), page.measure)])
    page.show([Text(), *page.heading(Text("students")), *_students(page, analysis)])


def _scores(analysis: Analysis) -> str:
    scores = analysis.scores
    mean = f"{phrases.short(scores.mean)} ({_share(analysis, scores.mean)})"
    spread = f"from {phrases.short(scores.least)} to {phrases.short(scores.most)}"
    return (
        f"Points: mean {mean}, median {phrases.short(scores.median)}, "
        f"standard deviation {phrases.short(scores.deviation)}, {spread}."
    )


def _share(analysis: Analysis, points: float) -> str:
    return phrases.percent(analysis.marks.share(points))


def _distribution(page: Page, analysis: Analysis) -> list[Text]:
    tenths = phrases.tenths(analysis)
    most = max(analysis.histogram)
    width = min(_BAR, max(page.width - 30, 4))
    full = "#" if page.plain else "\u2501"
    bars = [full * max(round(width * count / most), 1) if count else "" for _, count in tenths]
    return lines(
        page,
        [
            Column("points", [Text(label) for label, _ in tenths], right=True),
            Column("students", [Text(f"{count:,}") for _, count in tenths], right=True),
            Column("", [Text(bar, "cyan") for bar in bars]),
        ],
    )


def _odd(page: Page, analysis: Analysis) -> list[Text]:
    """The checks that their author should look at."""
    found = [
        f"{exercise.id}: {phrases.name(exercise, item)}. {item.remark}"
        for exercise in analysis.exercises
        for item in exercise.items
        if item.remark
    ]
    if not found:
        return []
    made = [Text(), *page.heading(Text("worth a look"))]
    for text in found:
        made += page.indented(page.line(text))
    return made


def _exercise(page: Page, exercise: ExerciseAnalysis) -> list[Text]:
    made = page.heading(page.line(f"{exercise.id}: {exercise.title}"))
    mean = phrases.short(exercise.scores.mean)
    said = (
        f"Mean {mean} of {phrases.short(exercise.max_points)} points; {phrases.states(exercise)}."
    )
    made += page.indented(page.line(said))
    items = exercise.items
    if items:
        names = [page.line(phrases.name(exercise, item)) for item in items]
        columns = [
            Column("check", names, gives_way=page.width < _WIDE),
            Column("points", [Text(phrases.short(item.points)) for item in items], right=True),
            Column(
                "passed",
                [Text(f"{item.statuses.get('passed', 0):,} of {item.counted:,}") for item in items],
                right=True,
            ),
            Column("", [Text(phrases.percent(item.pass_rate)) for item in items], right=True),
            Column(
                "discrimination",
                [Text(phrases.correlation(item.discrimination)) for item in items],
                right=True,
            ),
        ]
        if page.width >= _WIDE:
            titles = [page.line(item.title, "dim") for item in items]
            columns.append(Column("tests", titles, gives_way=True))
        made += lines(page, columns)
    for cause, count in exercise.causes[:_MOST_CAUSES]:
        text = page.line(f"{phrases.times(count)}: {cause}", "yellow")
        made += page.labelled("Likely cause", text)
    return made


def _students(page: Page, analysis: Analysis) -> list[Text]:
    rows = analysis.marks.rows
    columns = [
        Column("student", [page.line(row.student) for row in rows], gives_way=True),
        Column("points", [Text(phrases.short(row.points)) for row in rows], right=True),
        Column("", [Text(_share(analysis, row.points)) for row in rows], right=True),
        Column("done", [Text(phrases.done(analysis, row)) for row in rows], right=True),
    ]
    if page.width >= _WIDE:
        received = [f"{row.received:%Y-%m-%d %H:%M %Z}" for row in rows]
        columns += [
            Column("received", [Text(text) for text in received]),
            Column("attempt", [page.shortened(page.line(row.attempt), 40) for row in rows]),
        ]
    return lines(page, columns, indent=INDENT)
