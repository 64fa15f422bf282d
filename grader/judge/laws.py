"""Laws: what an answer must satisfy where equality with the reference is not the question.

A law gets the decoded answer (NDArrays as NumPy arrays, lists, dicts, numbers) and returns what
is wrong with it in a sentence, or None.  It never raises, whatever the answer is, and NaN never
passes.  The deterministic part of a law comes first.  Its tests of random draws reject right work
with a probability of at most `false_rejection`: that budget is shared among them (Bonferroni).
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise
from typing import Any

from grader.judge.arrays import Numbers, namespace
from grader.judge.draws import normal, uniform
from grader.judge.masks import dropped, masks_its_gradient
from grader.judge.rule import RATE, Rule, all_of, floats, items, many, part, part_of, parts
from grader.language import _

__all__ = [
    "RATE",
    "Rule",
    "all_of",
    "constant",
    "distinct",
    "dropped",
    "masks_its_gradient",
    "normal",
    "part",
    "parts",
    "shuffled",
    "unchanged_or_zero",
    "uniform",
]


def distinct() -> Rule:
    """A list of arrays, each drawn on its own: no two are equal.

    Two right draws of n elements coincide with probability at most (p^2 + (1-p)^2)^n for masks
    and 2^(-23 n) for numbers: below 10^-9 from 100 elements on, for p between 0.1 and 0.9.
    """

    def judge(answer: Any) -> str | None:
        arrays = [floats(item) for item in items(answer)]
        for i, first in enumerate(arrays):
            for j, second in enumerate(arrays[:i]):
                if _same(first, second):
                    said = _("draws {first} and {second} are the same numbers")
                    return said.format(first=j + 1, second=i + 1)
        return None

    return Rule("distinct()", judge, RATE)


def unchanged_or_zero() -> Rule:
    """`{"before": [...], "after": [...]}`: each array is as it was, or was cleared to zero."""

    def judge(answer: Any) -> str | None:
        before, after = (items(part_of(answer, key)) for key in ("before", "after"))
        if len(before) != len(after):
            said = _("there were {before} arrays, now there are {after}")
            return said.format(before=len(before), after=len(after))
        for i, (old, new) in enumerate(zip(before, after, strict=True)):
            if floats(new).any() and not _same(floats(old), new):
                first, now = float(old.ravel()[0]), float(new.ravel()[0])
                said = _("array {number} was changed: its first element was {was}, now it is {now}")
                return said.format(number=i + 1, was=f"{first:.5g}", now=f"{now:.5g}")
        return None

    return Rule("unchanged_or_zero()", judge, given=frozenset({"before"}))


def constant(value: float) -> Rule:
    """Every element is `value`, exactly."""

    def judge(answer: Any) -> str | None:
        x = floats(answer)
        others = x != value
        if others.any():
            said = _("{many_are} not {value}: one is {other}")
            other = f"{float(x[others][0]):.4g}"
            return said.format(many_are=many(others), value=f"{value:.4g}", other=other)
        return None

    return Rule(f"constant({value:.4g})", judge)


def shuffled(examples: int) -> Rule:
    """The numbers of `examples` examples, an even number of at least 22, in random order.

    The answer is a list of 0, 1, 2, ... in the order in which minibatches of two held them.  Three
    tests share the rate.

    Neighbours, twice: those stored as 0 and 1, 2 and 3, and so on, and those stored as 1 and 2, 3
    and 4, ..., the last and 0.  In the stored order, rotated or not, and where only whole
    minibatches or their insides are shuffled, every example meets a neighbour.  In a random order
    of n, c given pairs of neighbours share minibatches with probability
    1 / ((n - 1) (n - 3) ... (n - 2c + 1)), so c or more of the n / 2 do so with at most
    C(n / 2, c) times that (Markov, on the number of such choices).

    Steps: from one example to the next the number grows by s, modulo n.  A rotated order has s = 1
    nearly everywhere, a reversed one s = n - 1.  Given c places of the n from which a step s is to
    lead, (n - c)! of the n! orders at most do so, and so c or more do with probability at most
    C(n, c) (n - c)! / n! = 1 / c!, and for any of the n - 1 steps with at most n - 1 times that.
    """
    pairs, rate = examples // 2, RATE / 3

    def likely(c: int) -> float:
        return math.comb(pairs, c) / math.prod(examples - 1 - 2 * j for j in range(c))

    most = next(c for c in range(1, pairs + 1) if likely(c) <= rate)
    steady = next(c for c in range(1, examples) if (examples - 1) / math.factorial(c) <= rate)

    def judge(answer: Any) -> str | None:
        order = items(answer)
        if not all(isinstance(i, int) for i in order) or sorted(order) != [*range(examples)]:
            said = _("these are not the numbers of {number} examples, each once")
            return said.format(number=examples)
        minibatches = [set(order[i : i + 2]) for i in range(0, examples, 2)]
        for first in (0, 1):
            neighbours = [{i, (i + 1) % examples} for i in range(first, examples, 2)]
            together = sum(pair in minibatches for pair in neighbours)
            if together >= most:
                said = _(
                    "{number} of {all} examples came together with the one beside which they are "
                    "stored: shuffle all of them"
                )
                return said.format(number=together, all=pairs)
        steps = Counter((b - a) % examples for a, b in pairwise(order))
        [(step, count)] = steps.most_common(1)
        if count >= steady:
            said = _(
                "{number} times the next example was the one stored {step} further on: that is no "
                "random order"
            )
            return said.format(number=count, step=step)
        return None

    return Rule(f"shuffled({examples})", judge, RATE)


def _same(one: Numbers, other: Numbers) -> bool:
    """Whether the two arrays hold the same numbers in one shape."""
    return bool(namespace(one).array_equal(one, other))
