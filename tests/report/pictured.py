"""A report with a picture of each kind, made from arrays as the judge would have them."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
from msgspec.structs import replace

from grader.report import pictures
from grader.report.record import CheckResult, ExerciseResult, Report
from tests.report import samples

Array = samples.Array
_LAW = NormalDist(0, 0.5)


def cdf(values: Array) -> Array:
    """Of N(0, 0.5^2)."""
    return np.array([_LAW.cdf(v) for v in values])


def heat(shape: tuple[int, ...] = (4, 10)) -> CheckResult:
    """A softmax whose third row is nan."""
    logits = np.random.RandomState(3).normal(size=shape)
    expected = (np.exp(logits) / np.exp(logits).sum(-1, keepdims=True)).astype("float32")
    actual = expected.copy()
    actual[2] = np.nan
    worst = (2,) + (0,) * (len(shape) - 1)
    return samples.check(
        "large",
        "Survives large logits.",
        "failed",
        message="10 elements are not finite.",
        hint="Subtract each row's maximum first.",
        comparison=samples.compared(expected, actual, worst, None, 10),
        picture=pictures.heat_maps(expected, actual, worst),
    )


def draws(spread: float = 0.8) -> CheckResult:
    """Draws from N(0, spread^2) where 0.5^2 was asked for."""
    values = np.random.RandomState(1).normal(0, spread, 5000)
    return samples.check(
        "law",
        "Draws from N(0, 0.5^2).",
        "failed",
        message="the standard deviation is 0.8, expected 0.5",
        picture=pictures.histogram(values, cdf, -2, 2, law="N(0, 0.5^2)", name="weight"),
    )


def losses() -> CheckResult:
    """Losses that explode."""
    expected, actual = [2.0, 1.2, 0.8, 0.6], [2.0, 2.6, 4.1, float("nan")]
    picture = pictures.curves(expected, actual, name="losses")
    return samples.check("losses", "Returns the mean losses.", "failed", picture=picture)


def exercise() -> ExerciseResult:
    """All three in one exercise."""
    checks = [heat(), draws(), losses(), samples.check("right", "Is right.")]
    return samples.exercise("xavier", "partly", checks, likely_cause="You drew too widely.")


def report() -> Report:
    """The half-finished sample with that exercise in it."""
    half = samples.half_finished()
    others = [e for e in half.exercises if e.id != "xavier"]
    return replace(half, exercises=[exercise(), *others])


HOSTILE = (
    "</pre><script>alert(1)</script><img src=x onerror=alert(2)>",
    "{{ 7 * 7 }} {% raw %} &amp; &#60;b&#62;",
    '" onmouseover="alert(3)" style="position:fixed',
    "\x1b[31m\x07\x00 \u202eesrever\u202c \ud800 \u200b zero",
    "x" * 65_536,
    "javascript:alert(4)",
)


def hostile() -> Report:
    """A report in which everything that a submission can choose is an attack."""
    fields = {"message": HOSTILE[0], "output": "\n".join(HOSTILE), "hint": HOSTILE[2]}
    lines = [samples.SourceLine(file=text, line=1, source=text, function=text) for text in HOSTILE]
    checks = [samples.check(t[:300], t[:300], "error", traceback=lines, **fields) for t in HOSTILE]
    attacked = replace(
        samples.exercise("softmax", "error", checks, notes=list(HOSTILE)),
        message=HOSTILE[3],
        likely_cause=HOSTILE[0],
    )
    return replace(
        samples.report([attacked], HOSTILE[0], notes=list(HOSTILE)), submission=HOSTILE[2]
    )
