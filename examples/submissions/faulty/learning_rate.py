"""The learning rate (sections 4.3 and 4.4 of the notes)

A small learning rate makes training slow; a large one makes it jump over the minimum, and the loss
grows until it is infinite or nan. Two remedies: let the rate decay while training goes on, and try
a smaller one where the loss was no number any more.
"""

import math


def polynomial_decay(lr, t, alpha):
    """The learning rate after t steps that decays like a power of t.

    lr: the learning rate at t = 1, a float.  t: a positive number.  alpha: the exponent, a float;
    negative for a decay, mostly -1 or -0.5.
    Returns a float:

        lr * t^alpha

    Example: polynomial_decay(0.2, 4, -0.5) is 0.2 / sqrt(4) = 0.1.
    """
    raise NotImplementedError


def exponential_decay(lr, t, alpha):
    """The learning rate after t steps, each of which multiplies it by alpha.

    lr: the learning rate at t = 0, a float.  t: a number, 0 or more.  alpha: the factor, a positive
    float; below 1 for a decay, such as 0.95.
    Returns a float:

        lr * alpha^t

    Example: exponential_decay(0.2, 3, 0.5) is 0.2 * 0.125 = 0.025.
    """
    raise NotImplementedError


def find_stable_lr(train, lr, factor=0.1, max_tries=10):
    """The first learning rate with which training works.

    train: a function; train(lr) trains a net with this learning rate and returns its loss as a
    float. Where the rate was too large, that is nan, inf or -inf; any other number will do.
    lr: the rate to try first.  factor: what to multiply the rate by after a failure.
    max_tries: how many rates to try at most.
    Returns the first rate that works, a float. Raises ValueError if none of max_tries rates does.

    Example: if train gives nan for rates above 0.05, find_stable_lr(train, 1) tries 1, 0.1 and 0.01
    and returns 0.01; find_stable_lr(train, 1, 0.1, 2) tries 1 and 0.1 and raises ValueError.

    Mind that nan is equal to nothing, not even to itself: math.isnan tells it, == does not.
    """
    raise NotImplementedError
