"""How `polynomial_decay`, `exponential_decay` and `find_stable_lr` are checked, each on its own.

`train` is a function of the probe.  How often a solution calls it with the same rate is its own
business; which rates it tries, and in which order, is looked at.
"""

import math

from grader.course import Exercise

exercise = Exercise(
    "Learning rate", stubs=["polynomial_decay", "exponential_decay", "find_stable_lr"]
)

_MOST_CALLS = 500
"""Ends a search that never ends, with an error instead of a time-out."""


class Training:
    """`train`: gives the loss `bad` for rates above `limit`, else `good`; keeps the rates."""

    def __init__(self, limit, bad=math.nan, good=0.5):
        self.limit, self.bad, self.good = limit, bad, good
        self.calls, self.rates = 0, []

    def __call__(self, lr):
        self.calls += 1
        if self.calls > _MOST_CALLS:
            raise Endless(f"train was called {_MOST_CALLS} times: no more than max_tries")
        if lr not in self.rates:
            self.rates.append(lr)
        return self.bad if lr > self.limit else self.good


class Endless(RuntimeError):
    """A search without end."""


def returned(found):
    """What find_stable_lr returned, by its right name."""
    if found is None:
        return {"returns of None": True}
    if isinstance(found, type | Exception):
        return {"exceptions returned, not raised": True}
    return {"rates returned": found}


def search(solution, *arguments, **named):
    """What find_stable_lr returns, or that it gave up."""
    try:
        return returned(solution.find_stable_lr(*arguments, **named))
    except ValueError:
        return {"ValueErrors raised": True}
    except Exception as error:
        if type(error) not in (Exception, RuntimeError, AssertionError, StopIteration):
            raise
        return {"exceptions raised of another type": True}


@exercise.check(points=2, hint="lr * t ** alpha, with ** for the power.")
def polynomial_decay_equals_reference(solution, case):
    """polynomial_decay is lr · t^alpha for a negative alpha."""
    lr, alpha = case.number(0.1, 0.9), -case.number(0.3, 0.9)
    return [solution.polynomial_decay(lr, t, alpha) for t in range(1, 8)]


@exercise.check(points=1, hint="Use the arguments lr, t and alpha as they are: no int, no minus.")
def polynomial_decay_takes_any_exponent(solution, case):
    """polynomial_decay takes any exponent, also 0 and a positive one, and any t above 0."""
    t = case.number(2.1, 6.9)
    alphas = (-40.0, -1.0, 0.0, 0.5, 1.0, 2.0)
    answers = [solution.polynomial_decay(0.25, x, alpha) for x in (t, t / 10) for alpha in alphas]
    # Whole numbers, a rate above 1 and a small one; the first t comes again, with another rate.
    whole = [(0.25, 4, -2.0), (2.0, 3, -2.0), (0.75, 4, -2.0), (0.5, 400, -1.0), (5e-4, 3000, -0.5)]
    return [*answers, *(solution.polynomial_decay(*arguments) for arguments in whole)]


@exercise.check(points=2, hint="lr * alpha ** t, with ** for the power, and with the argument lr.")
def exponential_decay_equals_reference(solution, case):
    """exponential_decay is lr · alpha^t for an alpha below 1."""
    lr, alpha = case.number(0.1, 0.9), case.number(0.5, 0.97)
    return [solution.exponential_decay(lr, t, alpha) for t in range(7)]


@exercise.check(points=1, hint="Use the arguments lr, t and alpha as they are: no int, no exp.")
def exponential_decay_takes_any_factor(solution, case):
    """exponential_decay takes any factor, also 1 and a larger one, and t in between."""
    t = case.number(3.6, 3.9)  # int and round make something else of it, and of t / 4
    alphas = (1e-9, 0.1, 1.0, 1.5, 2.0)
    answers = [solution.exponential_decay(0.75, x, alpha) for x in (t, t / 4) for alpha in alphas]
    # The first t comes again, with a rate above 1, and a small rate decays for long.
    others = [(2.5, t, 1.5), (5e-4, 400, 0.99)]
    return [*answers, *(solution.exponential_decay(*arguments) for arguments in others)]


@exercise.check(
    points=3, hint="While the loss is nan, multiply lr by factor; then return lr, not the loss."
)
def finds_the_first_that_works(solution, case):
    """find_stable_lr multiplies by factor until the loss is no longer nan."""
    lr = case.number(2, 5)
    train = Training(limit=lr * 0.3**3)
    found = search(solution, train, lr, 0.27, 10)
    return {"found": found, "tried": train.rates, "tries again after a failure": train.calls > 1}


@exercise.check(
    points=2,
    hint="Ask math.isfinite(loss): nan is equal to nothing, and inf is not nan. Each rate that "
    "fails is one of max_tries.",
)
def knows_what_is_no_number(solution, case):
    """find_stable_lr treats nan, inf and -inf alike, also from NumPy and MXNet."""
    import numpy as np
    from mxnet import nd

    lr = case.number(1, 9)
    zero = nd.zeros((1,))
    nan, infinite = float((zero / zero).asscalar()), float((1 / zero).asscalar())
    losses = [math.inf, -math.inf, float("nan"), np.float64("nan"), np.float64("inf")]
    answers = [
        search(solution, Training(lr * 0.2, bad), lr, 0.5, 6) for bad in [*losses, nan, infinite]
    ]
    endless = Training(-1, math.inf)
    return [*answers, search(solution, endless, lr, 0.5, 3), {"tries": len(endless.rates)}]


@exercise.check(points=1, hint="Ask only whether the loss is nan or infinite, not how large it is.")
def keeps_a_rate_that_works(solution, case):
    """find_stable_lr returns lr itself where the loss is a number, even 0, negative or large."""
    import numpy as np

    lr = case.number(0.01, 0.9)
    answers = {}
    for good in (0.0, -2.5, 3e30, np.float64(0.7)):
        train = Training(limit=math.inf, good=good)
        # Not every train calls its argument lr.
        found = search(solution, lambda rate, train=train: train(rate), lr, 0.1, 3)
        answers[f"the loss is {good:.3g}"] = {"found": found, "tried": train.rates}
    return answers


@exercise.check(
    points=2, hint="Try max_tries rates, the first one included; then raise ValueError(...)."
)
def gives_up(solution, case):
    """find_stable_lr raises ValueError after max_tries tries, not one earlier or later."""
    lr = case.number(1, 3)
    answers = {}
    several = [(3, 3), (4, 3), (1, 1), (2, 1), (99, 5), (13, 14), (2, 4), (6, 7)]
    for works_at, max_tries in several:
        train = Training(limit=lr * 0.5 ** (works_at - 1.5))
        found = search(solution, train, lr, 0.5, max_tries)
        name = f"the rate {works_at} would work, max_tries = {max_tries}"
        answers[name] = {"found": found, "tried": train.rates}
    train = Training(limit=-1)
    found = search(solution, train, lr, 2.0, 3)
    smaller = any(rate < 0.9 * lr for rate in train.rates)
    return {**answers, "the factor is 2": {"found": found, "tries a smaller rate": smaller}}


@exercise.check(
    points=1,
    hint="Keep the names and defaults in the first line, factor=0.1 and max_tries=10.",
)
def has_the_defaults(solution, case):
    """find_stable_lr multiplies by 0.1 and tries ten rates where nothing else is said."""
    lr = case.number(0.2, 0.6)
    usual, many = Training(limit=lr * 0.2), Training(limit=-1)
    search(solution, usual, lr)
    in_vain = search(solution, many, lr, factor=0.9)
    by_a_tenth = len(usual.rates) > 1 and math.isclose(usual.rates[1], lr * 0.1)
    tries = len(many.rates)
    # The tenth rate, 2e-13 or more, is not too small to try, and keeps its digits.
    last = Training(limit=lr * 5e-12)
    return {
        # No numbers: whatever other default there is, it is the same mistake.
        "the second rate": "a tenth of the first" if by_a_tenth else "another, or none",
        "in vain": in_vain,
        "tries": "ten" if tries == 10 else "fewer than ten" if tries < 10 else "more than ten",
        "at a small rate": search(solution, last, lr * 1e-3, factor=0.1, max_tries=10),
        "named": search(solution, Training(limit=lr * 0.3), lr, max_tries=3, factor=0.5),
    }
