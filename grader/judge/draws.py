"""The laws of draws: every element comes from one distribution, independently of the others."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.judge import tails
from grader.judge.arrays import Numbers, namespace
from grader.judge.rule import RATE, Draws, Rule, floats, told_apart
from grader.language import _

_SINGLE = 2.0**-24
"""The unit roundoff of float32."""

_LEVELS = 2.0**23
"""A float32 generator has at least so many equally likely values (23 stored mantissa bits)."""


def uniform(low: float, high: float, false_rejection: float = RATE) -> Rule:
    """Every element is an independent draw from U(low, high).

    Bounds: none outside, but for rounding.  In float32, `low + (high - low) * u` rounds each bound
    (1 roundoff of the larger bound B), the product (2, it may be 2B) and the sum (1): 4 in all.
    Extremes: P(max < c) = ((c - low) / (high - low))^n, so the largest and the smallest element
    must lie within (high - low)(1 - rate^(1/n)) of the bounds.
    Distinct values, distribution, order: `_repeated`, `_distributed` and `_ordered`.
    """
    slack = 4 * _SINGLE * max(abs(low), abs(high))

    def judge(answer: Any) -> str | None:
        x = floats(answer).astype(np.float64).ravel()
        least, most = float(x.min()), float(x.max())
        ends = zip(told_apart(least, low, fewest=4), told_apart(most, high, fewest=4), strict=True)
        (lowest, highest), (lower, upper) = ends
        where = {"number": x.size, "least": lowest, "most": highest, "low": lower, "high": upper}
        if least < low - slack or most > high + slack:
            return _(
                "the {number} elements lie between {least} and {most}: "
                "none should leave [{low}, {high}]"
            ).format(**where)
        values = namespace(x).sort(x)
        if least < most and (found := _repeated(values, false_rejection / 8)):
            return found
        reach = (high - low) * -math.expm1(math.log(false_rejection / 8) / x.size) + slack
        if most < high - reach or least > low + reach:
            if least == most and x.size > 1:
                return _(
                    "all {number} elements are {least}: each should be drawn from [{low}, {high}]"
                ).format(**where)
            return _(
                "the {number} elements lie between {least} and {most}: "
                "so many draws from [{low}, {high}] come nearer to both its ends"
            ).format(**where)
        law = f"U({low:.4g}, {high:.4g})"
        return _distributed(
            values, lambda v: (v - low) / (high - low), law, false_rejection / 2
        ) or _ordered(x, false_rejection / 8)

    def draws(answer: Any) -> Draws:
        def cdf(v: Numbers) -> Numbers:
            return np.clip((v - low) / (high - low), 0, 1)

        return Draws(floats(answer), f"U({low:.4g}, {high:.4g})", cdf, low, high)

    return Rule(f"uniform({low:.4g}, {high:.4g})", judge, false_rejection, draws)


def normal(mean: float, sigma: float, false_rejection: float = RATE) -> Rule:
    """Every element is an independent draw from N(mean, sigma^2); sigma > 0.

    Mean and spread by their exact laws, which see far smaller slips than the distance between
    distribution functions does: the mean of n draws is N(mean, sigma^2 / n), and the sum of their
    squared standardised values is chi-square with n degrees of freedom.
    Distribution, distinct values, order: `_distributed`, `_repeated` and `_ordered`.
    """

    def judge(answer: Any) -> str | None:
        x = floats(answer).astype(np.float64).ravel()
        law = f"N({mean:.4g}, {sigma:.4g}^2)"
        z = (x - mean) / sigma
        found = None
        if 2 * tails.normal(-abs(float(z.mean())) * math.sqrt(z.size)) < false_rejection / 8:
            said = _("the mean is {mean}, which {number} draws from {law} do not give")
            found = said.format(mean=f"{float(x.mean()):.4g}", number=z.size, law=law)
        # Where the spread is grossly wrong, so is the mean, and says nothing.
        if found and 0.5 < float(z.std()) < 2:
            return found
        values = namespace(x).sort(x)
        if repeated := _repeated(values, false_rejection / 8):
            return repeated
        squares = float((z * z).sum())
        if min(tails.chi_square(squares, z.size)) < false_rejection / 16:
            root = sigma * math.sqrt(squares / z.size)
            said = _("the standard deviation is {actual}, expected {expected}")
            return said.format(actual=f"{root:.4g}", expected=f"{sigma:.4g}")
        return (
            found
            or _distributed(values, cdf, law, false_rejection / 2)
            or _ordered(x, false_rejection / 8)
        )

    def cdf(v: Numbers) -> Any:
        return tails.normal((v - mean) / sigma)

    def draws(answer: Any) -> Draws:
        law = f"N({mean:.4g}, {sigma:.4g}^2)"
        low, high = mean - 4 * sigma, mean + 4 * sigma
        return Draws(floats(answer), law, cdf, low, high)

    return Rule(f"normal({mean:.4g}, {sigma:.4g})", judge, false_rejection, draws)


def _distributed(
    values: Numbers, cdf: Callable[[Numbers], Numbers], law: str, rate: float
) -> str | None:
    """Dvoretzky-Kiefer-Wolfowitz with Massart's constant (Ann. Probab. 18, 1990): the empirical
    distribution function of n draws is further than e from the true one with probability at most
    2 exp(-2 n e^2).  The rounding of the draws adds less than 2^-22.
    `values`: the draws, sorted.
    """
    allowed = math.sqrt(math.log(2 / rate) / (2 * values.size)) + 2.0**-22
    xp = namespace(values)
    truth = cdf(values)
    steps = xp.arange(values.size + 1) / values.size
    above, below = steps[1:] - truth, truth - steps[:-1]
    distance = max(float(above.max()), float(below.max()))
    if distance <= allowed:
        return None
    at = int(xp.maximum(above, below).argmax())
    said = _(
        "the elements do not follow {law}: {share} of them are at most {value}, "
        "expected {expected} (within {allowed})"
    )
    return said.format(
        law=law,
        share=f"{(at + 1) / values.size:.1%}",
        value=f"{float(values[at]):.4g}",
        expected=f"{float(truth[at]):.1%}",
        allowed=f"{allowed:.1%}",
    )


def _repeated(values: Numbers, rate: float) -> str | None:
    """Draws of a continuous law seldom repeat: whatever came before, a draw from L levels repeats
    one of them with probability at most n / L, so more than n / 2 of n draws do so with probability
    below (2 e n / L)^(n / 2), by Chernoff's bound.
    `values`: the draws, sorted.
    """
    repeats = int((values[1:] == values[:-1]).sum())
    if values.size > 1 and 2 * repeats > values.size and _repeats_are_rare(values.size, rate):
        said = _("only {different} different values among {number} elements: draw each anew")
        return said.format(different=values.size - repeats, number=values.size)
    return None


def _ordered(x: Numbers, rate: float) -> str | None:
    """Draws come in no order: of the disjoint neighbours (x0, x1), (x2, x3), ... those that rise
    are Bin(m, 1/2), equal ones left out.
    """
    rises = x[1::2] - x[: x.size // 2 * 2 : 2]
    rising, pairs = int((rises > 0).sum()), int((rises != 0).sum())
    if pairs and min(*map(float, tails.binomial(rising, pairs, 0.5))) < rate / 2:
        said = _(
            "{rising} of {pairs} neighbours rise, expected a half: the draws depend on each other"
        )
        return said.format(rising=rising, pairs=pairs)
    return None


def _repeats_are_rare(n: int, rate: float) -> bool:
    return n / 2 * (1 + math.log(2 * n / _LEVELS)) < math.log(rate)
