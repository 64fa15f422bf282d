"""A rule: a law with its rate, and the ways to read an answer and to put rules together.

An answer is data from an untrusted side: it may lack parts, have any shape and hold NaN.  The
readers here raise `Unfit` where an answer is not of the kind that a law speaks about, and the rule
turns that into its verdict.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from grader.judge.arrays import Numbers, is_array, namespace
from grader.language import _, ngettext

RATE = 1e-9
"""Right work that a random law may reject: once in 10^9 checks.  A class of 1000 that grades 30
random checks 100 times a term meets one false rejection in 300 terms."""


_APART = 1e-3
"""Nothing is graded by it."""


@dataclass(frozen=True)
class Draws:
    """What was drawn, and the distribution that it should follow: for a picture."""

    values: Numbers
    law: str
    cdf: Callable[[Numbers], Numbers]
    """The law's probability of at most x, elementwise."""
    low: float
    high: float
    """Nearly all of the law lies between them."""
    two_valued: bool = False
    """Whether `low` and `high` are the only values that the law gives."""
    part: str = ""
    """Which part of the answer was drawn; empty for all of it."""

    def like(self, other: Draws) -> bool:
        """Whether both samples may come from one law, by Smirnov's two-sample test (1939): its
        asymptotic bound tells one in a thousand such pairs apart.

        What repeats a value was not drawn anew, and counts once.
        """
        xp = namespace(self.values)
        x, y = xp.unique(self.values), xp.unique(other.values)
        both = xp.concatenate([x, y])
        shares = [xp.searchsorted(each, both, side="right") / each.size for each in (x, y)]
        allowed = math.sqrt(math.log(2 / _APART) / 2 * (1 / x.size + 1 / y.size))
        return float(xp.abs(shares[0] - shares[1]).max()) <= allowed


def _draws_nothing(answer: Any) -> Draws | None:  # noqa: ARG001  (as all of its kind)
    return None


@dataclass(frozen=True)
class Rule:
    """A law as a function, with its rate."""

    name: str
    judge: Callable[[Any], str | None]
    false_rejection: float = 0.0
    draws: Callable[[Any], Draws | None] = _draws_nothing
    """What of an answer was drawn, where a distribution is the question.  May raise Unfit."""
    given: frozenset[str] = frozenset()
    """What an answer holds under these keys is no work but what the work was given, the same on
    both sides; the grader takes it from the reference's, for a submission's might lie."""

    def __call__(self, answer: Any) -> str | None:
        """What is wrong with `answer`, or None."""
        try:
            with np.errstate(all="ignore"):
                return self.judge(answer)
        except Unfit as unfit:
            return str(unfit)

    def drawn(self, answer: Any) -> Draws | None:
        """What to draw of a wrong answer, if anything."""
        try:
            with np.errstate(all="ignore"):
                return self.draws(answer)
        except Unfit:
            return None


class Unfit(Exception):
    """The answer is not of the kind that a law speaks about; the message is the verdict."""


# -- rules made of rules ------------------------------------------------------------------------


def part(key: str | int, law: Rule) -> Rule:
    """`law` holds for one part of the answer: a dict's key or a list's index."""

    def judge(answer: Any) -> str | None:
        found = law(part_of(answer, key))
        return found and _("{part}: {found}").format(part=called(key), found=found)

    def draws(answer: Any) -> Draws | None:
        found = law.drawn(part_of(answer, key))
        return found and replace(found, part=called(key))

    name = f"part({key!r}, {law.name})"
    return Rule(name, judge, law.false_rejection, draws, law.given)


def all_of(*laws: Rule) -> Rule:
    """Every law holds; rates add up.  The first that does not hold speaks."""

    def judge(answer: Any) -> str | None:
        return next((found for law in laws if (found := law(answer))), None)

    def draws(answer: Any) -> Draws | None:
        return next((law.drawn(answer) for law in laws if law(answer)), None)

    names = ", ".join(law.name for law in laws)
    rate = math.fsum(law.false_rejection for law in laws)
    given = frozenset[str]().union(*(law.given for law in laws))
    return Rule(f"all_of({names})", judge, rate, draws, given)


def parts(**laws: Rule) -> Rule:
    """`parts(weight=a, bias=b)`: each named part of a dict satisfies its law."""
    return all_of(*(part(key, law) for key, law in laws.items()))


# -- answers as they may come ---------------------------------------------------------------------


def floats(answer: Any) -> Numbers:
    """The array, if it has elements, and all of them are finite floats."""
    if not is_array(answer):
        raise Unfit(_("expected an array, got {type}").format(type=type(answer).__name__))
    if answer.dtype.kind != "f":
        raise Unfit(_("expected floats, got {type}").format(type=answer.dtype))
    if answer.size == 0:
        said = _("the array has no elements: its shape is {shape}")
        raise Unfit(said.format(shape=answer.shape))
    bad = ~namespace(answer).isfinite(answer)
    if bad.any():
        raise Unfit(_("{many_are} NaN or infinite").format(many_are=many(bad)))
    found: Numbers = answer
    return found


def same_shape(answer: Any, *keys: str) -> list[Numbers]:
    """The arrays under these keys of a dict, which must be of one shape."""
    arrays = [floats(part_of(answer, key)) for key in keys]
    if len({array.shape for array in arrays}) > 1:
        shapes = ", ".join(f"{key} {array.shape}" for key, array in zip(keys, arrays, strict=True))
        raise Unfit(_("the shapes differ: {shapes}").format(shapes=shapes))
    return arrays


def items(answer: Any) -> list[Any]:
    """The parts of a list or tuple that is not empty."""
    if not isinstance(answer, list | tuple) or not answer:
        raise Unfit(_("expected a list, got {type}").format(type=type(answer).__name__))
    return list(answer)


def part_of(answer: Any, key: str | int) -> Any:
    """What a dict has under `key`, or a list at it."""
    if isinstance(key, str) and isinstance(answer, dict) and key in answer:
        return answer[key]
    if isinstance(key, int) and isinstance(answer, list | tuple) and key < len(answer):
        return answer[key]
    raise Unfit(_("{part} is missing").format(part=called(key)))


def called(key: str | int) -> str:
    """How a sentence names the part: parts of a list are counted from 1."""
    return _("part {number}").format(number=key + 1) if isinstance(key, int) else key


def percent(share: float, digits: int = 3) -> str:
    """0.195 is 19.5%."""
    return f"{100 * share:.{digits}g}%"


def percents(share: float, *bounds: float) -> list[str]:
    """All of them, with three digits, or as many as tell the first apart from the others."""
    for digits in range(3, 8):
        said = [percent(each, digits) for each in (share, *bounds)]
        if said[0] not in said[1:]:
            break
    return said


def told_apart(*numbers: float, fewest: int) -> list[str]:
    """The numbers with so many digits, or as many as it takes for those that differ to do so."""
    texts: list[str] = []
    for digits in (fewest, 6, 9, 17):
        texts = [f"{number:.{digits}g}" for number in numbers]
        if len(set(texts)) == len(set(numbers)):
            break
    return texts


def many(where: Numbers) -> str:
    """How many are marked, as the beginning of a sentence: `3 of 40 elements are`."""
    count = int(namespace(where).count_nonzero(where))
    if count == where.size:
        return (
            _("all {number} elements are").format(number=count)
            if count > 1
            else _("the only element is")
        )
    said = ngettext("{number} of {all} elements is", "{number} of {all} elements are", count)
    return said.format(number=count, all=where.size)
