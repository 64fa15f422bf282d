"""The page: one file that holds everything, asks the network for nothing and runs no script.

Whatever a submission wrote is cleaned and then escaped where it enters the page, all of it: the
environment does so with every value that a template prints.  The page's own policy forbids scripts
and requests besides.
"""

from __future__ import annotations

import math
import os
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, Template
from markupsafe import Markup

from grader.language import _
from grader.report import detail, words
from grader.report.again import Again, is_default
from grader.report.html import heat, pages, plot
from grader.report.record import (
    CheckResult,
    Comparison,
    Curves,
    ExerciseResult,
    HeatMaps,
    Histogram,
    Matrix,
    Report,
    SourceLine,
)
from grader.report.safe import clean, cut
from grader.report.saving import save

_HERE = Path(__file__).parent
_MESSAGE = (2000, 20)  # Characters and lines, as in a terminal; a page has room for more output.
_PRINTED = (4000, 60)
_SOURCE = (300, 4)
_WHERE = (200, 1)
_ANYTHING = (5000, 100)  # What has no limit of its own above.
_OUTERMOST, _INNERMOST = 1, 7  # Frames shown of a deep recursion.


def write(
    report: Report, path: str | os.PathLike[str], *, program: str = "grader", course: str = ""
) -> None:
    """Write the page to `path` as a whole or not at all, making its folders.

    Raises OSError with one sentence that names the path and the reason.
    """
    save(render(report, program=program, course=course).encode("utf-8"), path)


def render(
    report: Report,
    *,
    program: str = "grader",
    course: str = "",
    submission: str = "",
    student: str = "",
) -> str:
    """Return the page.  `program` is how the reader calls the grader, `course` the folder that it
    must be told, `submission` where the reader has it, if not where the report says, and `student`
    whose report it is, where there are several."""
    return template().render(
        report=report,
        student=student,
        again=Again.of(report, program, course, submission),
        shown=[exercise for exercise in report.exercises if detail.wanted(exercise)],
    )


@cache
def template() -> Template:
    """The page's template, compiled; a caller may ask for it while it waits for something."""
    made = environment()
    for part in ("pictures.html", "exercise.html"):
        made.get_template(part)
    return made.get_template("report.html")


def environment() -> Environment:
    """An environment whose templates print nothing but cleaned and escaped text."""
    made = pages.environment(_HERE, cleaned=_cleaned)
    made.globals |= {
        "failing": detail.failing,
        "not_run": detail.not_run,
        "is_default": is_default,
        "passed_of": words.passed_of,
        "heat_maps": heat.maps,
        "excerpt": heat.excerpt,
        "steps": heat.STEPS,
        "plot_of": _plot_of,
        "plots": plot,
        "is_worst": _is_worst,
        "score": _score,
        "frames": _frames,
        "row_labels": _row_labels,
    }
    made.filters |= {
        "message": partial(_cut, limit=_MESSAGE),
        "printed": partial(_cut, limit=_PRINTED),
        "source": partial(_cut, limit=_SOURCE),
        "where": partial(_cut, limit=_WHERE),
        "share": _share,
    }
    return made


def _cleaned(text: str) -> str:
    """What a template prints: nothing that reorders, hides, rings or fills the page."""
    return clean(_cut(text, _ANYTHING))


def _cut(text: str, limit: tuple[int, int]) -> str:
    return cut(text, characters=limit[0], lines=limit[1])


def _plot_of(picture: HeatMaps | Histogram | Curves) -> plot.Plot | None:
    match picture:
        case Histogram():
            return plot.histogram(picture)
        case Curves():
            return plot.curves(picture)
    return None


def _score(report: Report) -> Markup:
    """The points of all, the first number in large."""
    got, full = words.points(report.points, report.max_points)
    large = Markup("<strong>{}</strong>").format(got)
    return Markup.escape(_("{got} of {full} points")).format(got=large, full=full)


def _share(result: ExerciseResult | Report) -> float:
    """Points in percent of what could be had."""
    share = 100 * result.points / result.max_points if result.max_points else 0.0
    # 99.97 is not shown as full.
    return min(max(math.floor(share * 10) / 10, 0.0), 100.0) if math.isfinite(share) else 0.0


def _row_labels(matrix: Matrix) -> list[str]:
    """The index of each row of a corner: of all leading axes; empty for a vector."""
    labels = []
    for row in range(matrix.row, matrix.row + len(matrix.rows)):
        rest, parts = row, []
        for size in reversed(matrix.shape[:-1]):
            rest, part = divmod(rest, size or 1)
            parts.append(str(part))
        labels.append(", ".join(reversed(parts)))
    return labels


def _is_worst(comparison: Comparison | None, label: str, column: int) -> bool:
    if comparison is None or not comparison.index:
        return comparison is not None
    *leading, last = comparison.index
    return label == ", ".join(map(str, leading)) and column == last


def _frames(check: CheckResult) -> list[SourceLine | int]:
    """The student's lines, outermost first; of a deep recursion the middle is a number."""
    lines = check.traceback
    left_out = len(lines) - _OUTERMOST - _INNERMOST
    if left_out < 2:
        return list(lines)
    return [*lines[:_OUTERMOST], left_out, *lines[-_INNERMOST:]]
