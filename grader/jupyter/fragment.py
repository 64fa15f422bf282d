"""An exercise's report for a cell's output: the page's own, inside somebody else's page."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup

from grader.report import detail
from grader.report.html import page
from grader.report.record import ExerciseResult

_SCOPE = ".gluon-grader"
_ROOTS = (":root", "html", "body")
_OWN = f"""
{_SCOPE} {{ padding: 0.25rem 1.25rem 0.75rem; border-radius: 8px; }}
{_SCOPE} .exercise > h2 {{ margin-top: 0.75rem; }}
"""
_TEMPLATE = """\
{% from "exercise.html" import exercise_section %}
<style>{{ scoped }}</style>
<div class="gluon-grader">{{ exercise_section(exercise, number, again) }}</div>
"""


def render(exercise: ExerciseResult, number: int) -> str:
    """The exercise's part of the page, with the page's look, which reaches nothing around it.

    `number` tells it from the outputs of other cells.  No command reproduces it: what was graded
    is in no file.
    """
    again = detail.Again("", "", None)
    made = page.environment().from_string(_TEMPLATE)
    return made.render(exercise=exercise, number=number, again=again, scoped=_style())


@cache
def _style() -> Markup:
    style = str(page.environment().globals["style"])
    return Markup(scoped(style) + _OWN)  # noqa: S704  (ours)


def scoped(style: str) -> str:
    """The style sheet's rules for what lies in the scope; its roots become the scope itself."""
    plain = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return re.sub(r"(?<=[{};])[^{};@]+(?=\{)|^[^{};@]+(?=\{)", _selectors, plain)


def _selectors(found: re.Match[str]) -> str:
    selectors = [selector.strip() for selector in found.group().split(",")]
    return ", ".join(_SCOPE if s in _ROOTS else f"{_SCOPE} {s}" for s in selectors) + " "
