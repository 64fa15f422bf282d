"""An exercise's report for a cell's output: the page's own, inside somebody else's page."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Template
from markupsafe import Markup

from grader.report.again import Again
from grader.report.html import page
from grader.report.record import ExerciseResult

_SCOPE = ".gluon-grader"
_ROOTS = (":root", "html", "body")
_BEFORE = f"""
{_SCOPE} :is(h2, h3, h4, p, dl, dt, dd, table, th, td, pre, code, summary) {{
  color: inherit; background: none; border: 0; float: none; width: auto;
}}
{_SCOPE} :is(h2, h3, h4) {{ font-weight: 600; }}
{_SCOPE}{_SCOPE}{_SCOPE} tr {{ background: none; }}
"""
"""Against what Jupyter sets for any HTML in an output: its own colours, on striped rows."""
_AFTER = f"""
{_SCOPE} {{ padding: 0.25rem 1.25rem 0.75rem; border-radius: 8px; }}
{_SCOPE} .exercise > h2 {{ margin-top: 0.75rem; }}
"""
_TEMPLATE = """\
{% from "exercise.html" import exercise_section %}
<style>{{ scoped }}</style>
<div class="gluon-grader" lang="{{ lang() }}">{{ exercise_section(exercise, number, again) }}</div>
"""


def render(exercise: ExerciseResult, number: int) -> str:
    """The exercise's part of the page, with the page's look, which reaches nothing around it.

    `number` tells it from the outputs of other cells.  No command reproduces it: what was graded
    is in no file.
    """
    again = Again("", "", None)
    return _template().render(exercise=exercise, number=number, again=again)


@cache
def _template() -> Template:
    made = page.environment()
    style = _BEFORE + scoped(str(made.globals["style"])) + _AFTER
    return made.from_string(_TEMPLATE, globals={"scoped": Markup(style)})  # noqa: S704  (ours)


def scoped(style: str) -> str:
    """The style sheet's rules for what lies in the scope; its roots become the scope itself."""
    plain = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return re.sub(r"(?<=[{};])[^{};@]+(?=\{)|^[^{};@]+(?=\{)", _selectors, plain)


def _selectors(found: re.Match[str]) -> str:
    apart = re.split(r",(?![^(]*\))", found.group())  # not at a comma within :is(a, b)
    selectors = [selector.strip() for selector in apart]
    return ", ".join(_SCOPE if s in _ROOTS else f"{_SCOPE} {s}" for s in selectors) + " "
