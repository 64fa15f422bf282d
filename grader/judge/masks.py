"""The laws of dropout: which elements are 0, what the others are, and what a gradient does."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.judge import tails
from grader.judge.arrays import Numbers, host, namespace
from grader.judge.rule import RATE, Draws, Rule, many, percent, percents, same_shape
from grader.language import _


def dropped(p: float, false_rejection: float = RATE) -> Rule:
    """`{"x": x, "y": y}`: y is x with each element zeroed with probability p, else x / (1 - p).

    Values: 1 - p is rounded once and once more to the array's type, and its quotient (or reciprocal
    and product) up to twice: 4 roundoffs; where p itself was rounded, 1 - p is off by another
    p / (1 - p).  Rates, all exact binomial (`tails`): over all elements (half of the budget),
    for each index along each axis, so that whole rows, columns or channels show (a quarter), and
    of the disjoint neighbours how many differ, Bin(m, 2 p (1 - p)) if independent (a quarter).
    Elements with x = 0 tell nothing and are left out.
    """

    def judge(answer: Any) -> str | None:
        x, y = same_shape(answer, "x", "y")
        live, kept = x != 0, y != 0
        wrong = _off(x, y, p) & kept
        if wrong.any():
            return _misscaled(x, y, live & kept, wrong, p)
        zero = live & ~kept
        if p == 0 and zero.any():
            return _("{many_are} 0, expected none at probability 0").format(many_are=many(zero))
        if p in (0, 1) or not live.any():
            return None
        return (
            _rate(zero, live, p, false_rejection / 2)
            or _axis_rates(zero, live, p, false_rejection / 4)
            or _neighbours(zero[live], p, false_rejection / 4)
        )

    def draws(answer: Any) -> Draws | None:
        x, y = same_shape(answer, "x", "y")
        if p in (0, 1) or not (x != 0).any():
            return None
        factors = y[x != 0].astype(np.float64) / x[x != 0]
        kept = 1 / (1 - p)

        def cdf(v: Numbers) -> Numbers:
            return np.where(v < 0, 0, np.where(v < kept, p, 1.0))

        said = _("y / x is 0 with probability {p}, else {kept}")
        law = said.format(p=f"{p:.4g}", kept=f"{kept:.4g}")
        return Draws(factors, law, cdf, 0.0, kept, two_valued=True)

    rate = 0.0 if p in (0, 1) else false_rejection
    return Rule(f"dropped({p:.4g})", judge, rate, draws, given=frozenset({"x"}))


def _off(x: Numbers, y: Numbers, p: float) -> Numbers:
    """Where y is not x / (1 - p), within rounding in y's type."""
    if p == 1:
        everywhere: Numbers = namespace(x).ones(x.shape, bool)
        return everywhere
    roundoff = float(np.finfo(y.dtype).eps) / 2
    expected = x.astype(np.float64) / (1 - p)
    allowed = (4 + p / (1 - p)) * roundoff * abs(expected)
    right: Numbers = abs(y - expected) <= allowed
    return ~right


def _misscaled(x: Numbers, y: Numbers, kept: Numbers, wrong: Numbers, p: float) -> str:
    """What was done instead of dividing by 1 - p: one common factor, or an example."""
    right = 0.0 if p == 1 else 1 / (1 - p)
    factors = y[kept].astype(np.float64) / x[kept]
    misscaled = bool((wrong & kept).any())
    if misscaled and factors.max() - factors.min() <= 1e-3 * abs(factors).max():
        factor = float(factors[int(abs(factors - right).argmax())])
        digits = _digits(factor, right)
        said = _("what is kept is {factor} x, expected {expected}")
        return said.format(factor=f"{factor:.{digits}g}", expected=_factor(p, digits))
    expected = _factor(p)
    at = _first(wrong)
    said = _("{many_are} neither 0 nor {expected}: element {index} is {y} where x is {x}")
    return said.format(
        many_are=many(wrong),
        expected=expected,
        index=at,
        y=f"{float(y[at]):.5g}",
        x=f"{float(x[at]):.5g}",
    )


def _factor(p: float, digits: int = 4) -> str:
    """What becomes of an element x that is kept."""
    return "0" if p == 1 else "x" if p == 0 else f"x / {1 - p:.4g} = {1 / (1 - p):.{digits}g} x"


def _digits(one: float, other: float) -> int:
    """How many digits, four or more, tell the numbers apart.

    Of what was float32 on the way to float64 the first six or seven are right.
    """
    return next((d for d in range(4, 17) if f"{one:.{d}g}" != f"{other:.{d}g}"), 17)


def _first(where: Numbers) -> tuple[int, ...]:
    """The place of the first element that is marked, for one is."""
    return tuple(int(i) for i in np.unravel_index(int(where.argmax()), where.shape))


def _rate(zero: Numbers, live: Numbers, p: float, rate: float) -> str | None:
    n, k = int(live.sum()), int(zero.sum())
    if min(map(float, tails.binomial(k, n, p))) > rate / 2:
        return None
    low, high = tails.binomial_range(n, p, rate)
    said = _("{share} of the elements are 0, expected {expected} ({low} to {high} allowed)")
    share, lowest, highest = percents(k / n, low / n, high / n)
    return said.format(share=share, expected=percent(p), low=lowest, high=highest)


def _axis_rates(zero: Numbers, live: Numbers, p: float, rate: float) -> str | None:
    if zero.ndim < 2:
        return None
    tests = sum(zero.shape)
    for axis in range(zero.ndim):
        others = tuple(i for i in range(zero.ndim) if i != axis)
        k, n = host(zero.sum(axis=others)), host(live.sum(axis=others))
        at_most, at_least = tails.binomial(k, n, p)
        unlikely = np.minimum(at_most, at_least)
        worst = int(np.argmin(unlikely))
        if unlikely[worst] < rate / (2 * tests):
            said = _(
                "at index {index} of axis {axis}, {number} of {all} elements are 0, "
                "expected {expected} of them: draw for each element on its own"
            )
            return said.format(
                index=worst, axis=axis, number=k[worst], all=n[worst], expected=percent(p)
            )
    return None


def _neighbours(zero: Numbers, p: float, rate: float) -> str | None:
    pairs = zero[: zero.size // 2 * 2].reshape(-1, 2)
    if not len(pairs):
        return None
    differ = int((pairs[:, 0] != pairs[:, 1]).sum())
    expected = 2 * p * (1 - p)
    if min(*map(float, tails.binomial(differ, len(pairs), expected))) >= rate / 2:
        return None
    said = _(
        "{share} of the neighbouring elements differ in being 0, expected {expected}: "
        "the draws depend on each other"
    )
    return said.format(share=percent(differ / len(pairs)), expected=percent(expected))


def masks_its_gradient() -> Rule:
    """`{"x", "y", "head", "gradient"}`: the gradient passed `head` through the mask of y.

    y = x m and gradient = head m with the same multiplier m elementwise, so gradient * x equals
    y * head; each side has at most 4 roundings of its own.  y must have elements of both kinds.
    """

    def judge(answer: Any) -> str | None:
        x, y = same_shape(answer, "x", "y")
        head, gradient = same_shape(answer, "head", "gradient")
        if x.shape != head.shape:
            said = _("the gradient has shape {gradient}, the output {output}")
            return said.format(gradient=gradient.shape, output=y.shape)
        if not (y == 0).any() or not (y != 0).any():
            said = _("{many_are} 0 in the output: some should be, and some not")
            return said.format(many_are=many(y == 0))
        roundoff = float(np.finfo(y.dtype).eps) / 2
        x, y, head, gradient = (a.astype(np.float64) for a in (x, y, head, gradient))
        right = abs(gradient * x - y * head) <= 8 * roundoff * abs(y * head)
        if right.all():
            return None
        at = _first(~right)
        there, gave, sent, back = (float(a[at]) for a in (x, y, head, gradient))
        said = _(
            "{many_are} not masked as the output is: at {index} x = {x} gave {y}, "
            "but the gradient {sent} came back as {back}"
        )
        if ((gradient == 0) == (y == 0))[head != 0].all():
            said = _(
                "{many_are} masked as the output is, but not multiplied by its factor: at {index} "
                "x = {x} gave {y}, but the gradient {sent} came back as {back}"
            )
        return said.format(
            many_are=many(~right),
            index=at,
            x=f"{there:.4g}",
            y=f"{gave:.4g}",
            sent=f"{sent:.4g}",
            back=f"{back:.4g}",
        )

    return Rule("masks_its_gradient()", judge, given=frozenset({"x", "head"}))
