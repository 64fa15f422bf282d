"""The report for a terminal: the score and the next action first, then rows, then details."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.text import Text

from grader.language import _, joined, listed, ngettext
from grader.report import detail as details
from grader.report import summary, words
from grader.report.again import Again, is_default
from grader.report.layout import Page
from grader.report.record import ExerciseResult, Report
from grader.report.safe import cut

Detail = Literal["none", "first", "all"]

_LONG = 2
"""With more blocks of detail than this the first line has scrolled away: it is said again."""

_NOTE = (1000, 8)


def render(
    report: Report,
    console: Console,
    *,
    detail: Detail = "first",
    program: str = "grader",
    course: str = "",
    submission: str = "",
    html: Path | None = None,
) -> None:
    """Print `report` on `console`.

    `detail` says how much stands below the rows: nothing, the first failing check of each
    exercise, or every failing check. `program` is how the reader calls the grader, `course` the
    folder that it must be told, `submission` where the reader has it, if not where the report says,
    and `html` where the page was written. Colours repeat what words say; `console` leaves them out
    for a pipe or NO_COLOR. Everything a submission may have written is shown escaped.
    """
    page = Page.of(console)
    again = Again.of(report, program, course, submission)
    page.show(page.wrap(summary.score(page, report), page.measure))
    if report.exercises:
        page.show([Text(), *summary.table(page, report.exercises)])
    if len({exercise.status for exercise in report.exercises}) > 1:
        page.show([Text(), *page.indented(Text(summary.tally(report.exercises)))])
    wanted = [
        exercise for exercise in report.exercises if detail != "none" and details.wanted(exercise)
    ]
    shown = _without_repeats(wanted)
    for exercise in shown:
        lines = details.block(page, exercise, again, every=detail == "all")
        page.show([Text(), *lines])
    page.show(_notes(page, report, {exercise.id for exercise in wanted}))
    page.show([Text(), *_footer(page, report, html)])
    if len(shown) > _LONG:
        page.show([Text(), *page.wrap(summary.score(page, report), page.measure)])


def _without_repeats(exercises: list[ExerciseResult]) -> list[ExerciseResult]:
    """Of exercises of which nothing could be run, for one reason, the first only."""
    told: set[str] = set()
    kept = []
    for exercise in exercises:
        said = "" if details.failing(exercise) else exercise.message
        if not said or said not in told:
            kept.append(exercise)
        told.add(said)
    return kept


def _notes(page: Page, report: Report, shown: set[str]) -> list[Text]:
    """What concerns the report, and what no block of detail has said."""
    texts = list(report.notes)
    for exercise in report.exercises:
        if exercise.id in shown:
            continue
        told = exercise.status in {"not_started", "missing"}
        said = [exercise.message] if exercise.message and not told else []
        own = _("{exercise}: {note}")
        texts += [own.format(exercise=exercise.id, note=text) for text in [*said, *exercise.notes]]
    texts += _skipped(report.exercises)
    if missing := [exercise.id for exercise in report.exercises if exercise.status == "missing"]:
        texts.append(_("Not handed in: {exercises}.").format(exercises=joined(missing)))
    if not texts:
        return []
    lines = [Text(), *page.heading(Text(_("notes")))]
    for text in texts:
        lines += page.indented(page.prose(cut(text, _NOTE)))
    return lines


def _skipped(exercises: list[ExerciseResult]) -> list[str]:
    """Say which points are no part of the total, and why."""
    checks = [check for e in exercises for check in e.checks if check.status == "skipped"]
    if not checks:
        return []
    devices = listed(dict.fromkeys(check.device for check in checks))
    worth = sum(check.max_points for check in checks)
    text = ngettext(
        "{number} check on {devices} skipped.", "{number} checks on {devices} skipped.", len(checks)
    )
    if worth:
        text = ngettext(
            "{number} check on {devices} skipped; {points} points are left out of the total.",
            "{number} checks on {devices} skipped; {points} points are left out of the total.",
            len(checks),
        )
    reasons = dict.fromkeys(check.message for check in checks if check.message)
    text = text.format(number=len(checks), devices=devices, points=words.number(worth))
    return [" ".join([text, *reasons])]


def _footer(page: Page, report: Report, html: Path | None) -> list[Text]:
    """How this result came about, and how to get it again."""
    seed = _("seed withheld") if report.seed is None else _("seed {seed}")
    run = [seed.format(seed=report.seed), *words.circumstances(report)]
    versions = [f"{name} {version}" for name, version in report.versions.items()]
    if not is_default(report.submission):
        run.insert(0, _("submission {path}").format(path=report.submission))
    took = words.took(report.seconds)
    lines = [_("; ").join(run), _("; ").join([*([", ".join(versions)] if versions else []), took])]
    if html is not None:
        lines.append(_("with pictures: {path}").format(path=html))
    return [
        made for line in lines if line for made in page.wrap(page.line(line, "dim"), page.measure)
    ]
