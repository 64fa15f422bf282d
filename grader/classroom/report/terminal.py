"""A class for a terminal: the distribution, every check, every student."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from grader.classroom.analysis import Analysis, ExerciseAnalysis
from grader.classroom.report import phrases
from grader.language import _
from grader.report import words
from grader.report.columns import Column, lines
from grader.report.layout import Page

_WIDE = 110
"""From here on there is room for titles, and for when work was handed in."""
_BAR = 30
_MOST_CAUSES = 3


def render(analysis: Analysis, console: Console) -> None:
    """Print `analysis` on `console`: what a class can do, and who has what.

    Students' names are shown escaped; colours repeat what words say.
    """
    page = Page.of(console)
    head = _("{title}: {size}.").format(title=analysis.title, size=phrases.size(analysis))
    page.show(page.wrap(page.line(head, "bold"), page.measure))
    if not analysis.marks.rows:
        page.show([Text(_("Nobody has been graded yet."))])
        return
    page.show(page.wrap(Text(_scores(analysis)), page.measure))
    page.show([Text(), *_distribution(page, analysis)])
    page.show(_odd(page, analysis))
    for exercise in analysis.exercises:
        if exercise.tried:
            page.show([Text(), *_exercise(page, exercise)])
    if untried := phrases.untried(analysis):
        page.show([Text(), *page.wrap(page.line(untried), page.measure)])
    page.show([Text(), *page.wrap(Text(phrases.discrimination(), "dim"), page.measure)])
    page.show([Text(), *page.wrap(page.line(words.walls(analysis.isolation), "dim"), page.measure)])
    page.show([Text(), *page.heading(Text(_("students"))), *_students(page, analysis)])


def _scores(analysis: Analysis) -> str:
    scores = analysis.scores
    said = _(
        "Points: mean {mean} ({share}), median {median}, standard deviation {deviation}, "
        "from {least} to {most}."
    )
    return said.format(
        mean=words.number(scores.mean),
        share=_share(analysis, scores.mean),
        median=words.number(scores.median),
        deviation=words.number(scores.deviation),
        least=words.number(scores.least),
        most=words.number(scores.most),
    )


def _share(analysis: Analysis, points: float) -> str:
    return phrases.percent(analysis.marks.share(points))


def _distribution(page: Page, analysis: Analysis) -> list[Text]:
    tenths = phrases.tenths(analysis)
    counts = analysis.histogram
    most = max(counts)
    width = min(_BAR, max(page.width - 30, 4))
    full = "#" if page.plain else "\u2501"
    bars = [full * max(round(width * count / most), 1) if count else "" for count in counts]
    return lines(
        page,
        [
            Column(_("points"), [Text(label) for label, count in tenths], right=True),
            Column(_("students"), [Text(f"{count:,}") for label, count in tenths], right=True),
            Column("", [Text(bar, "cyan") for bar in bars]),
        ],
    )


def _odd(page: Page, analysis: Analysis) -> list[Text]:
    """The checks that their author should look at."""
    found = [text for exercise in analysis.exercises for text in phrases.odd(exercise)]
    if not found:
        return []
    made = [Text(), *page.heading(Text(_("worth a look")))]
    for text in found:
        made += page.indented(page.line(text))
    return made


def _exercise(page: Page, exercise: ExerciseAnalysis) -> list[Text]:
    head = _("{exercise}: {title}").format(exercise=exercise.id, title=exercise.title)
    made = page.heading(page.line(head))
    said = _("Mean {mean} of {full} points; {states}.").format(
        mean=words.number(exercise.scores.mean),
        full=words.number(exercise.max_points),
        states=phrases.states(exercise),
    )
    made += page.indented(page.line(said))
    items = exercise.items
    if items:
        names = [page.line(phrases.name(exercise, item)) for item in items]
        columns = [
            Column(_("check"), names, gives_way=page.width < _WIDE),
            Column(_("points"), [Text(words.number(item.points)) for item in items], right=True),
            Column(
                _("passed"),
                [Text(phrases.of(item.statuses.get("passed", 0), item.counted)) for item in items],
                right=True,
            ),
            Column("", [Text(phrases.percent(item.pass_rate)) for item in items], right=True),
            Column(
                _("discrimination"),
                [Text(phrases.correlation(item.discrimination)) for item in items],
                right=True,
            ),
        ]
        if page.width >= _WIDE:
            titles = [page.line(item.title, "dim") for item in items]
            columns.append(Column(_("tests"), titles, gives_way=True))
        made += lines(page, columns)
    for cause, count in exercise.causes[:_MOST_CAUSES]:
        text = page.line(phrases.frequent(cause, count), "yellow")
        made += page.labelled(_("Likely cause"), text)
    return made


def _students(page: Page, analysis: Analysis) -> list[Text]:
    rows = analysis.marks.rows
    columns = [
        Column(_("student"), [page.line(row.student) for row in rows], gives_way=True),
        Column(_("points"), [Text(words.number(row.points)) for row in rows], right=True),
        Column("", [Text(_share(analysis, row.points)) for row in rows], right=True),
        Column(_("done"), [Text(phrases.done(analysis, row)) for row in rows], right=True),
    ]
    if page.width >= _WIDE:
        received = [f"{row.received:%Y-%m-%d %H:%M %Z}" for row in rows]
        columns += [
            Column(_("received"), [Text(text) for text in received]),
            Column(_("attempt"), [page.shortened(page.line(row.attempt), 40) for row in rows]),
        ]
    return lines(page, columns)
