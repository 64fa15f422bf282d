"""What `polynomial_decay`, `exponential_decay` and `find_stable_lr` should answer, in float64.

Powers are written as exp of logarithms, and the search as the first of all rates that works.
"""

import math


def power(base, exponent):
    return math.exp(exponent * math.log(base))


def rates(lr, factor, count):
    """The rates that are tried if none works."""
    return [lr * power(factor, k) for k in range(count)]


GIVES_UP = {"ValueErrors raised": True}


def finds(rate):
    return {"rates returned": rate}


def tried(lr, factor, max_tries, limit):
    """Which rates are tried, and the one that is found, if any is."""
    every = rates(lr, factor, max_tries)
    fails = next((k for k, rate in enumerate(every) if rate <= limit), None)
    if fails is None:
        return every, GIVES_UP
    return every[: fails + 1], finds(every[fails])


def polynomial_decay_equals_reference(xp, inputs):
    lr, minus_alpha = map(float, inputs)
    return [lr * power(t, -minus_alpha) for t in range(1, 8)]


def polynomial_decay_takes_any_exponent(xp, inputs):
    [t] = map(float, inputs)
    alphas = (-40, -1, 0, 0.5, 1, 2)
    answers = [0.25 * power(x, alpha) for x in (t, t / 10) for alpha in alphas]
    return [*answers, 0.25 / 16, 2 / 9, 0.75 / 16, 0.5 / 400, 5e-4 / math.sqrt(3000)]


def exponential_decay_equals_reference(xp, inputs):
    lr, alpha = map(float, inputs)
    return [lr * power(alpha, t) for t in range(7)]


def exponential_decay_takes_any_factor(xp, inputs):
    [t] = map(float, inputs)
    answers = [0.75 * power(alpha, x) for x in (t, t / 4) for alpha in (1e-9, 0.1, 1, 1.5, 2)]
    return [*answers, 2.5 * power(1.5, t), 5e-4 * power(0.99, 400)]


def finds_the_first_that_works(xp, inputs):
    [lr] = map(float, inputs)
    every, found = tried(lr, 0.27, 10, lr * 0.027)
    return {"found": found, "tried": every, "tries again after a failure": True}


def knows_what_is_no_number(xp, inputs):
    [lr] = map(float, inputs)
    return [finds(lr / 8)] * 7 + [GIVES_UP, {"tries": 3}]


def keeps_a_rate_that_works(xp, inputs):
    [lr] = map(float, inputs)
    losses = ("0", "-2.5", "3e+30", "0.7")
    return {f"the loss is {loss}": {"found": finds(lr), "tried": [lr]} for loss in losses}


def gives_up(xp, inputs):
    [lr] = map(float, inputs)
    answers = {}
    several = [(3, 3), (4, 3), (1, 1), (2, 1), (99, 5), (13, 14), (2, 4), (6, 7)]
    for works_at, max_tries in several:
        every, found = tried(lr, 0.5, max_tries, lr * power(0.5, works_at - 1.5))
        name = f"the rate {works_at} would work, max_tries = {max_tries}"
        answers[name] = {"found": found, "tried": every}
    return {**answers, "the factor is 2": {"found": GIVES_UP, "tries a smaller rate": False}}


def has_the_defaults(xp, inputs):
    [lr] = map(float, inputs)
    return {
        "the second rate": "a tenth of the first",
        "in vain": GIVES_UP,
        "tries": "ten",
        "at a small rate": finds(lr * 1e-12),
        "named": finds(lr / 4),
    }
