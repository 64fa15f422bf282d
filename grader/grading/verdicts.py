"""One take's outcome becomes one check's result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from grader.course import Check
from grader.course.loading import Entry
from grader.grading import borrowing, remarks
from grader.grading.adornment import adornment
from grader.grading.outcome import Outcome
from grader.grading.pictures import picture
from grader.grading.translation import explain
from grader.judge.compare import Verdict
from grader.judge.elements import Difference
from grader.language import _
from grader.report.matrix import corner, pair
from grader.report.record import (
    CheckResult,
    CheckStatus,
    Comparison,
    ExerciseStatus,
    Picture,
    SourceLine,
)
from grader.report.words import FAILING
from grader.worker.client import JobResult
from grader.worker.conversation import End
from grader.worker.protocol import TOO_LONG, Failure, Loaded, Take, empty

_LONGEST_LINE = 400
"""Characters of a line of source that a record holds, which is more than is shown of any."""
_LONGEST_NAME = 100


Kind = Literal["", "borrowed", "outside", "unfilled"]
"""What decides an exercise's status beside its checks': that MXNet, or something outside of it, did
the work, or that the stub is as it was handed out."""
_NOT_OWN = ("borrowed", "outside")


@dataclass(frozen=True)
class Judged:
    """A check's result, and the kind of verdict."""

    result: CheckResult
    kind: Kind


@dataclass(frozen=True)
class _Finding:
    """What is to be said about one take."""

    status: CheckStatus
    message: str = ""
    verdict: Verdict | None = None
    picture: Picture | None = None
    failure: Failure | None = None
    kind: Kind = ""


def judge(
    entry: Entry, outcome: Outcome, loaded: Loaded, *, filename: str, reach: str = ""
) -> Judged:
    """The verdict on one take of a submission that was loaded from `filename`.

    `reach` says what in its source reaches behind the checks, if anything does.
    """
    check, result = outcome.check, outcome.result
    found = _find(entry, outcome, loaded, filename, reach)
    helps = found.status in ("failed", "error") and found.kind not in _NOT_OWN
    shown = _result(
        check,
        result.take,
        found,
        hint=check.hint if helps else "",
        output=result.output,
        seconds=result.seconds,
        own_file=filename,
    )
    return Judged(shown, found.kind)


def said_first(judged: Sequence[Judged]) -> str | None:
    """What is borrowed, where the first check that was lost does not say it.  A hidden one is not
    spoken of: the line that borrows may depend on its inputs."""
    seen = [one for one in judged if not one.result.hidden]
    lost = [one for one in seen if one.result.status in FAILING]
    if not lost or lost[0].kind in _NOT_OWN:
        return None
    return next((one.result.message for one in lost if one.kind in _NOT_OWN), None)


def _find(entry: Entry, outcome: Outcome, loaded: Loaded, filename: str, reach: str) -> _Finding:
    result = outcome.result
    if result.end is End.TIMED_OUT:
        said = _("Stopped: {why}. Does a loop never end, or go through elements one by one?")
        return _Finding("timeout", said.format(why=result.detail))
    if result.answer is None:
        return _Finding("error", _("No answer: {why}.").format(why=result.detail))
    failure = result.answer.failure
    if outcome.unfilled:
        return _Finding("not_run", _not_started(entry, failure), kind="unfilled")
    if outcome.absent and loaded.missing:
        return _Finding("error", remarks.undefined(loaded, entry.exercise.stubs, filename))
    if failure:
        said = explain(failure, loaded, entry.calls)
        return _Finding("error", said, failure=failure)
    if message := borrowing.ready_made(entry, outcome):
        return _Finding("failed", message, kind="borrowed")
    if result.answer.value is None:
        return _Finding("error", _("No answer: the message held none."))
    verdict = outcome.verdict
    if not verdict.passed:
        return _Finding("failed", verdict.message, verdict, picture(outcome))
    if message := borrowing.computed_outside(entry, outcome):
        return _Finding("failed", message, kind="outside")
    if reach:
        return _Finding("failed", reach, kind="borrowed")
    return _Finding("passed", verdict=verdict)


def _not_started(entry: Entry, failure: Failure | None) -> str:
    for name in entry.exercise.stubs:
        if failure and failure.message == empty(name):
            return _("Not started: `{name}` is empty; fill it in.").format(name=name)
    return _("Not started: the stub still raises NotImplementedError.")


def not_run(entry: Entry, take: Take, message: str = "") -> CheckResult:
    """A check of an exercise of which nothing can be run, as the message says, or is to be run: an
    untouched stub."""
    found = _Finding("not_run", message or _not_started(entry, None))
    return _result(entry.exercise.named(take.check), take, found)


def not_loaded(entry: Entry, run: JobResult, filename: str) -> tuple[list[CheckResult], str]:
    """All checks of a file that could not be loaded, and the sentence that says why."""
    failure = run.loaded.failure if run.loaded else None
    stopped = run.end is End.TIMED_OUT or (failure and failure.type == TOO_LONG)
    status: CheckStatus = "timeout" if stopped else "error"
    if run.loaded and failure:
        message = remarks.not_loaded(run.loaded, failure, filename)
    else:
        said = _("{file} could not be loaded: {why}.")
        message = said.format(file=filename, why=run.detail)
    found = _Finding(status, message, failure=failure)
    checks = [
        _result(
            entry.exercise.named(result.take.check),
            result.take,
            found,
            output=run.output if i == 0 else "",
            own_file=filename,
        )
        for i, result in enumerate(run.takes)
    ]
    return checks, message


def status(judged: Sequence[Judged]) -> ExerciseStatus:
    """What an exercise's checks add up to."""
    results = [one.result for one in judged]
    first = next((one for one in judged if one.result.status != "passed"), None)
    if first is None:
        return "done"
    kinds = {one.kind for one in judged}
    if first.kind == "outside" or "borrowed" in kinds:
        return "borrowed"
    if kinds == {"unfilled"}:
        return "not_started"
    if any(result.points for result in results):
        return "partly"
    if any(result.status == "failed" for result in results):
        return "failed"
    return "error"


def _result(
    check: Check,
    take: Take,
    found: _Finding,
    *,
    hint: str = "",
    output: str = "",
    seconds: float = 0.0,
    own_file: str = "",
) -> CheckResult:
    frames = found.failure.frames if found.failure else []
    margin = found.verdict.margin if found.verdict else None
    law = check.judge if found.kind not in _NOT_OWN else None
    return CheckResult(
        name=check.name,
        title=check.title,
        status=found.status,
        points=check.points if found.status == "passed" else 0.0,
        max_points=check.points,
        device=take.device,
        dtype=take.dtype,
        hidden=check.hidden,
        message=found.message,
        hint=hint,
        margin=margin if margin is not None and np.isfinite(margin) else None,
        false_rejection=law.false_rejection if law else None,
        comparison=_comparison(found.verdict.difference if found.verdict else None),
        picture=found.picture,
        traceback=[
            SourceLine(
                file=frame.file or own_file,
                line=frame.line,
                source=frame.source[:_LONGEST_LINE],
                function=frame.function[:_LONGEST_NAME],
            )
            for frame in frames
        ],
        output=output,
        seconds=round(seconds, 4),
    )


@adornment()
def _comparison(difference: Difference | None) -> Comparison | None:
    if difference is None:
        return None
    worst = difference.worst
    expected, actual = corner(difference.expected, difference.actual, worst)
    texts = pair(difference.expected[worst], difference.actual[worst])
    return Comparison(
        index=list(worst),
        expected=texts[0],
        actual=texts[1],
        ratio=difference.ratio if np.isfinite(difference.ratio) else None,
        wrong=difference.wrong,
        total=difference.actual.size,
        expected_matrix=expected,
        actual_matrix=actual,
    )
