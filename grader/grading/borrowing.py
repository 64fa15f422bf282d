"""Did they do the work themselves?  What the operator trace says of one take."""

from __future__ import annotations

from collections.abc import Sequence

from grader.course.loading import Entry
from grader.course.own_work import borrowed, computes, matches, operator_patterns, spelled
from grader.grading.outcome import Outcome
from grader.judge.compare import leaves
from grader.judge.value import Array
from grader.language import _
from grader.worker.protocol import Use


def ready_made(entry: Entry, outcome: Outcome) -> str:
    """Which ready-made operator ran, as a sentence; empty if none did."""
    own_work, answer = entry.exercise.own_work, outcome.result.answer
    if not outcome.result.take.trace or answer is None:
        return ""
    if not answer.traced:
        return _(
            "Borrowed: what watches for ready-made work was touched: MXNet's profiler, or a module "
            "of MXNet that was loaded anew or changed."
        )
    found = borrowed(answer.operators, own_work)
    if not found:
        return ""
    operator, where = _named(found, own_work, answer.uses)
    said = _("Borrowed: {operator} ran. This exercise asks for it by hand.")
    if where:
        said = _("Borrowed: {operator} ran ({where}). This exercise asks for it by hand.")
    return said.format(operator=operator, where=where)


def computed_outside(entry: Entry, outcome: Outcome) -> str:
    """The sentence on a right answer that came about while no operator of MXNet computed anything;
    empty otherwise."""
    by_operators = operator_patterns(entry.exercise.own_work)
    answer, value = outcome.result.answer, outcome.value
    if not outcome.result.take.trace or answer is None or value is None or not by_operators:
        return ""
    if computes(answer.operators) or not computes(outcome.expectation.operators):
        return ""
    arrays = [leaf for _path, leaf in leaves(value) if isinstance(leaf, Array)]
    if arrays and all(array in outcome.expectation.inputs for array in arrays):
        return _(
            "No operator of MXNet ran, and what is looked at here is as it was given. Compute with "
            "NDArray operations."
        )
    return _(
        "The numbers were computed outside MXNet, by NumPy or in Python: no operator of MXNet ran. "
        "Compute with NDArray operations."
    )


def _named(found: Sequence[str], own_work: Sequence[str], uses: Sequence[Use]) -> tuple[str, str]:
    """One of the operators `found`, and the line that called it; else the line that spells it, if
    there is no other that does; else nothing."""
    for use in uses:
        if use.called and any(matches(use.name, name) for name in found):
            return use.name, _line(use)
    name = next((name for name in found if not name.startswith("_backward")), found[0])
    pairs = zip(own_work, spelled(own_work), strict=True)
    wanted = [pattern for entry, pattern in pairs if entry == name or matches(name, pattern)]
    places = {
        (use.file, use.line): use
        for use in uses
        if not use.called and any(matches(use.name, pattern) for pattern in wanted)
    }
    return name, _line(*places.values()) if len(places) == 1 else ""


def _line(use: Use) -> str:
    said = _("{file}, line {line}: {source}") if use.file else _("line {line}: {source}")
    return said.format(file=use.file, line=use.line, source=use.source)
