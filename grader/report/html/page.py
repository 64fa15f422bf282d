"""The page: one file that holds everything, asks the network for nothing and runs no script.

Whatever a submission wrote is cleaned and then escaped where it enters the page, all of it: the
environment does so with every value that a template prints.  The page's own policy forbids scripts
and requests besides.
"""

from __future__ import annotations

import os
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, Template
from markupsafe import Markup

from grader.language import _
from grader.report import detail, words
from grader.report.again import Again, is_default
from grader.report.html import heat, pages, plot
from grader.report.record import Curves, HeatMaps, Histogram, Report
from grader.report.safe import clean, cut
from grader.report.saving import save

_HERE = Path(__file__).parent
_PRINTED = (4000, 60)  # Characters and lines: there is more room than in a terminal.
_WHERE = (200, 1)
_ANYTHING = (5000, 100)  # What has no limit of its own above.
_INNERMOST = 7  # Frames shown of a deep recursion, beside the outermost.


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
        "score": _score,
        "frames": partial(detail.without_middle, innermost=_INNERMOST),
    }
    made.filters |= {
        "message": partial(cut, limit=detail.MESSAGE),
        "printed": partial(cut, limit=_PRINTED),
        "source": partial(cut, limit=detail.SOURCE),
        "where": partial(cut, limit=_WHERE),
    }
    return made


def _cleaned(text: str) -> str:
    """What a template prints: nothing that reorders, hides, rings or fills the page."""
    return clean(cut(text, _ANYTHING))


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
