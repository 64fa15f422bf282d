"""Laws: what an answer must satisfy where equality with the reference is not the question.

A law gets the decoded answer (NDArrays as NumPy arrays, lists, dicts, numbers) and returns what
is wrong with it in a sentence, or None.  It never raises, whatever the answer is, and NaN never
passes.  The deterministic part of a law comes first.  Its tests of random draws reject right work
with a probability of at most `false_rejection`: that budget is shared among them (Bonferroni).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.judge import tails

Numbers = np.ndarray[Any, Any]

RATE = 1e-9
"""Right work that a random law may reject: once in 10^9 checks.  A class of 1000 that grades 30
random checks 100 times a term meets one false rejection in 300 years."""

_SINGLE = 2.0**-24
"""The unit roundoff of float32."""

_LEVELS = 2.0**23
"""A float32 generator has at least so many equally likely values (23 stored mantissa bits)."""


@dataclass(frozen=True)
class Rule:
    """A law as a function, with its rate."""

    name: str
    judge: Callable[[Any], str | None]
    false_rejection: float = 0.0

    def __call__(self, answer: Any) -> str | None:
        """What is wrong with `answer`, or None."""
        try:
            return self.judge(answer)
        except _Unfit as unfit:
            return str(unfit)


class _Unfit(Exception):
    """The answer is not of the kind that a law speaks about; the message is the verdict."""


# -- distributions ----------------------------------------------------------------------------


def uniform(low: float, high: float, false_rejection: float = RATE) -> Rule:
    """Every element is an independent draw from U(low, high).

    Bounds: none outside, but for rounding.  In float32, `low + (high - low) * u` rounds each bound
    (1 roundoff of the larger bound B), the product (2, it may be 2B) and the sum (1): 4 in all.
    Extremes: P(max < c) = ((c - low) / (high - low))^n, so the largest and the smallest element
    must lie within (high - low)(1 - rate^(1/n)) of the bounds.
    Distribution, distinct values, order: `_distributed` and `_independent`.
    """
    slack = 4 * _SINGLE * max(abs(low), abs(high))

    def judge(answer: Any) -> str | None:
        x = _floats(answer).astype(np.float64).ravel()
        ends = f"the {x.size} elements lie between {x.min():.3g} and {x.max():.3g}"
        if x.min() < low - slack or x.max() > high + slack:
            return f"{ends}: none should leave [{low:.3g}, {high:.3g}]"
        reach = (high - low) * -math.expm1(math.log(false_rejection / 8) / x.size) + slack
        if x.max() < high - reach or x.min() > low + reach:
            return (
                f"{ends}: so many draws from [{low:.3g}, {high:.3g}] come nearer to both its ends"
            )
        law = f"U({low:.4g}, {high:.4g})"
        return _distributed(
            x, lambda v: (v - low) / (high - low), law, false_rejection / 2
        ) or _independent(x, false_rejection / 4)

    return Rule(f"uniform({low:.4g}, {high:.4g})", judge, false_rejection)


def normal(mean: float, sigma: float, false_rejection: float = RATE) -> Rule:
    """Every element is an independent draw from N(mean, sigma^2); sigma > 0.

    Mean and spread by their exact laws, which see far smaller slips than the distance between
    distribution functions does: the mean of n draws is N(mean, sigma^2 / n), and the sum of their
    squared standardised values is chi-square with n degrees of freedom.
    Distribution, distinct values, order: `_distributed` and `_independent`.
    """

    def judge(answer: Any) -> str | None:
        x = _floats(answer).astype(np.float64).ravel()
        law = f"N({mean:.4g}, {sigma:.4g}^2)"
        z = (x - mean) / sigma
        if 2 * tails.normal(-abs(z.mean()) * math.sqrt(z.size)) < false_rejection / 8:
            return f"the mean is {x.mean():.4g}, which {z.size} draws from {law} do not give"
        with np.errstate(over="ignore"):
            squares = float(np.square(z).sum())
        if min(tails.chi_square(squares, z.size)) < false_rejection / 16:
            root = sigma * math.sqrt(squares / z.size)
            return f"the standard deviation is {root:.4g}, expected {sigma:.4g}"
        return _distributed(z, tails.normal, law, false_rejection / 2) or _independent(
            x, false_rejection / 4
        )

    return Rule(f"normal({mean:.4g}, {sigma:.4g})", judge, false_rejection)


def _distributed(
    x: Numbers, cdf: Callable[[Numbers], Numbers], law: str, rate: float
) -> str | None:
    """Dvoretzky-Kiefer-Wolfowitz with Massart's constant (Ann. Probab. 18, 1990): the empirical
    distribution function of n draws is further than e from the true one with probability at most
    2 exp(-2 n e^2).  The rounding of the draws adds less than 2^-22."""
    allowed = math.sqrt(math.log(2 / rate) / (2 * x.size)) + 2.0**-22
    values = np.sort(x)
    truth = cdf(values)
    steps = np.arange(x.size + 1) / x.size
    above, below = steps[1:] - truth, truth - steps[:-1]
    distance = max(above.max(), below.max())
    if distance <= allowed:
        return None
    at = int(np.argmax(np.maximum(above, below)))
    return (
        f"the elements do not follow {law}: {steps[at + 1]:.1%} of them are at most "
        f"{values[at]:.4g}, expected {truth[at]:.1%} (within {allowed:.1%})"
    )


def _independent(x: Numbers, rate: float) -> str | None:
    """Draws of a continuous law seldom repeat and come in no order.

    Repeats: whatever came before, a draw from L levels repeats one of them with probability at most
    n / L, so more than n / 2 of n draws do so with probability below (2 e n / L)^(n / 2) (Chernoff).  Order: of the disjoint neighbours (x0, x1), (x2, x3), ... those that rise are
    Bin(m, 1/2), equal ones left out.
    """
    repeats = x.size - np.unique(x).size
    if x.size > 1 and 2 * repeats > x.size and _repeats_are_rare(x.size, rate / 2):
        return f"only {x.size - repeats} different values among {x.size} elements: draw each anew"
    rises = np.diff(x[: x.size // 2 * 2].reshape(-1, 2)).ravel()
    rising, pairs = int((rises > 0).sum()), int((rises != 0).sum())
    if pairs and min(*map(float, tails.binomial(rising, pairs, 0.5))) < rate / 4:
        return (
            f"{rising} of {pairs} neighbours rise, expected a half: the draws depend on each other"
        )
    return None


def _repeats_are_rare(n: int, rate: float) -> bool:
    return n / 2 * (1 + math.log(2 * n / _LEVELS)) < math.log(rate)


# -- dropout ----------------------------------------------------------------------------------


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
        x, y = _same_shape(answer, "x", "y")
        live = x != 0
        zero = (y == 0) & live
        wrong = (_off(x, y, p) & ~zero) | (~live & (y != 0))
        if wrong.any():
            return _misscaled(x, y, live & ~zero, wrong, p)
        if p == 0 and zero.any():
            return f"{_many(zero)} 0, expected none at probability 0"
        if p in (0, 1) or not live.any():
            return None
        return (
            _rate(zero, live, p, false_rejection / 2)
            or _axis_rates(zero, live, p, false_rejection / 4)
            or _neighbours(zero[live], p, false_rejection / 4)
        )

    return Rule(f"dropped({p:.4g})", judge, 0.0 if p in (0, 1) else false_rejection)


def _off(x: Numbers, y: Numbers, p: float) -> Numbers:
    """Where y is not x / (1 - p), within rounding in y's type."""
    if p == 1:
        return np.ones(x.shape, bool)
    roundoff = float(np.finfo(y.dtype).eps) / 2
    expected = x.astype(np.float64) / (1 - p)
    with np.errstate(invalid="ignore"):
        right = abs(y - expected) <= (4 + p / (1 - p)) * roundoff * abs(expected)
    return ~right


def _misscaled(x: Numbers, y: Numbers, kept: Numbers, wrong: Numbers, p: float) -> str:
    """What was done instead of dividing by 1 - p: one common factor, or an example."""
    expected = "0" if p == 1 else "x" if p == 0 else f"x / {1 - p:.4g} = {1 / (1 - p):.4g} x"
    factors = y[kept].astype(np.float64) / x[kept]
    if factors.size and np.ptp(factors) <= 1e-3 * abs(factors).max():
        return f"what is kept is {np.median(factors):.4g} x, expected {expected}"
    at = tuple(int(i) for i in np.argwhere(wrong)[0])
    return (
        f"{_many(wrong)} neither 0 nor {expected}: element {at} is {float(y[at]):.5g} "
        f"where x is {float(x[at]):.5g}"
    )


def _rate(zero: Numbers, live: Numbers, p: float, rate: float) -> str | None:
    n, k = int(live.sum()), int(zero.sum())
    low, high = tails.binomial_range(n, p, rate)
    if low <= k <= high:
        return None
    return (
        f"{_percent(k / n)} of the elements are 0, expected {_percent(p)} "
        f"({_percent(low / n)} to {_percent(high / n)} allowed)"
    )


def _axis_rates(zero: Numbers, live: Numbers, p: float, rate: float) -> str | None:
    if zero.ndim < 2:
        return None
    tests = sum(zero.shape)
    for axis in range(zero.ndim):
        others = tuple(i for i in range(zero.ndim) if i != axis)
        k, n = zero.sum(axis=others), live.sum(axis=others)
        at_most, at_least = tails.binomial(k, n, p)
        unlikely = np.minimum(at_most, at_least)
        worst = int(np.argmin(unlikely))
        if unlikely[worst] < rate / (2 * tests):
            return (
                f"at index {worst} of axis {axis}, {k[worst]} of {n[worst]} elements are 0, "
                f"expected {_percent(p)} of them: draw for each element on its own"
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
    return (
        f"{_percent(differ / len(pairs))} of the neighbouring elements differ in being 0, expected "
        f"{_percent(expected)}: the draws depend on each other"
    )


def masks_its_gradient() -> Rule:
    """`{"x", "y", "head", "gradient"}`: the gradient passed `head` through the mask of y.

    y = x m and gradient = head m with the same multiplier m elementwise, so gradient * x equals
    y * head; each side has at most 4 roundings of its own.  y must have elements of both kinds.
    """

    def judge(answer: Any) -> str | None:
        x, y = _same_shape(answer, "x", "y")
        head, gradient = _same_shape(answer, "head", "gradient")
        if x.shape != head.shape:
            return f"the gradient has shape {gradient.shape}, the output {y.shape}"
        if not (y == 0).any() or not (y != 0).any():
            return f"{_many(y == 0)} 0 in the output: some should be, and some not"
        roundoff = float(np.finfo(y.dtype).eps) / 2
        x, y, head, gradient = (a.astype(np.float64) for a in (x, y, head, gradient))
        with np.errstate(over="ignore", invalid="ignore"):
            right = abs(gradient * x - y * head) <= 8 * roundoff * abs(y * head)
        if right.all():
            return None
        at = tuple(int(i) for i in np.argwhere(~right)[0])
        return (
            f"{_many(~right)} not masked as the output is: at {at} x = {x[at]:.4g} gave "
            f"{y[at]:.4g}, but the gradient {head[at]:.4g} came back as {gradient[at]:.4g}"
        )

    return Rule("masks_its_gradient()", judge)


# -- arrays compared with each other -------------------------------------------------------------


def distinct() -> Rule:
    """A list of arrays, each drawn on its own: no two are equal.

    Two right draws of n elements coincide with probability at most (p^2 + (1-p)^2)^n for masks
    and 2^(-23 n) for numbers: below 10^-9 from 100 elements on, for p between 0.1 and 0.9.
    """

    def judge(answer: Any) -> str | None:
        arrays = [_floats(item) for item in _items(answer)]
        for i, first in enumerate(arrays):
            for j, second in enumerate(arrays[:i]):
                if np.array_equal(first, second):
                    return f"draws {j + 1} and {i + 1} are the same numbers"
        return None

    return Rule("distinct()", judge, RATE)


def equal_pairs() -> Rule:
    """A list of arrays that all were drawn from the same seed: all are equal."""

    def judge(answer: Any) -> str | None:
        first, *others = (_floats(item) for item in _items(answer))
        for i, other in enumerate(others):
            if not np.array_equal(first, other):
                return f"draws 1 and {i + 2} differ, though they had the same seed"
        return None

    return Rule("equal_pairs()", judge)


def unchanged_or_zero() -> Rule:
    """`{"before": [...], "after": [...]}`: each array is as it was, or was cleared to zero."""

    def judge(answer: Any) -> str | None:
        before, after = (_items(_part(answer, key)) for key in ("before", "after"))
        if len(before) != len(after):
            return f"there were {len(before)} arrays, now there are {len(after)}"
        for i, (old, new) in enumerate(zip(before, after, strict=True)):
            old, new = _floats(old), _floats(new)
            if new.any() and not np.array_equal(old, new):
                return f"array {i + 1} was changed: its first element was {old.flat[0]:.5g}, " + (
                    f"now it is {new.flat[0]:.5g}"
                )
        return None

    return Rule("unchanged_or_zero()", judge)


def constant(value: float) -> Rule:
    """Every element is `value`, exactly."""

    def judge(answer: Any) -> str | None:
        x = _floats(answer)
        others = x != value
        if others.any():
            return f"{_many(others)} not {value:.4g}: one is {x[others].flat[0]:.4g}"
        return None

    return Rule(f"constant({value:.4g})", judge)


# -- laws of laws -------------------------------------------------------------------------------


def part(key: str | int, law: Rule) -> Rule:
    """`law` holds for one part of the answer: a dict's key or a list's index."""

    def judge(answer: Any) -> str | None:
        found = law(_part(answer, key))
        return found and f"{_called(key)}: {found}"

    return Rule(f"part({key!r}, {law.name})", judge, law.false_rejection)


def all_of(*laws: Rule) -> Rule:
    """Every law holds; rates add up.  The first that does not hold speaks."""

    def judge(answer: Any) -> str | None:
        return next((found for law in laws if (found := law(answer))), None)

    names = ", ".join(law.name for law in laws)
    return Rule(f"all_of({names})", judge, math.fsum(law.false_rejection for law in laws))


def parts(**laws: Rule) -> Rule:
    """`parts(weight=a, bias=b)`: each named part of a dict satisfies its law."""
    return all_of(*(part(key, law) for key, law in laws.items()))


# -- answers as they may come ---------------------------------------------------------------------


def _floats(answer: Any) -> Numbers:
    """The array, if it has elements, and all of them are finite floats."""
    if not isinstance(answer, np.ndarray):
        raise _Unfit(f"expected an array, got {type(answer).__name__}")
    if answer.dtype.kind != "f":
        raise _Unfit(f"expected floats, got {answer.dtype}")
    if answer.size == 0:
        raise _Unfit(f"the array has no elements: its shape is {answer.shape}")
    bad = ~np.isfinite(answer)
    if bad.any():
        raise _Unfit(f"{_many(bad)} NaN or infinite")
    return answer


def _same_shape(answer: Any, *keys: str) -> list[Numbers]:
    arrays = [_floats(_part(answer, key)) for key in keys]
    if len({array.shape for array in arrays}) > 1:
        shapes = ", ".join(f"{key} {array.shape}" for key, array in zip(keys, arrays, strict=True))
        raise _Unfit(f"the shapes differ: {shapes}")
    return arrays


def _items(answer: Any) -> list[Any]:
    if not isinstance(answer, list | tuple) or not answer:
        raise _Unfit(f"expected a list, got {type(answer).__name__}")
    return list(answer)


def _part(answer: Any, key: str | int) -> Any:
    if isinstance(key, str) and isinstance(answer, dict) and key in answer:
        return answer[key]
    if isinstance(key, int) and isinstance(answer, list | tuple) and key < len(answer):
        return answer[key]
    raise _Unfit(f"{_called(key)} is missing")


def _called(key: str | int) -> str:
    return f"part {key + 1}" if isinstance(key, int) else key


def _percent(share: float) -> str:
    return f"{100 * share:.3g}%"


def _many(where: Numbers) -> str:
    count = int(np.count_nonzero(where))
    if count == where.size:
        return f"all {count} elements are" if count > 1 else "the only element is"
    return f"{count} of {where.size} elements " + ("is" if count == 1 else "are")
