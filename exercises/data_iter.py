"""Minibatches (sections 5 and 5.1 of the notes)

An epoch is one pass over the training data. It is made in minibatches of batch_size examples, and
the parameters are updated once for each: that is one iteration.

    50000 examples, batch_size 500:  100 iterations in an epoch, 1000 updates in 10 epochs
"""

import math
import random

from mxnet import nd


def data_iter(batch_size, features, labels):
    """One pass over the data: a generator of minibatches (X, y).

    batch_size: how many examples a minibatch holds, an int.
    features: NDArray of shape (n, d), a row for each example, or of more axes, such as images of
    shape (n, c, h, w).
    labels: NDArray of shape (n,), one label for each example, or (n, k), k labels for each.
    Yields pairs (X, y) of NDArrays, of shapes (batch_size, d) and (batch_size,), with further axes
    as features and labels have them, of their dtypes and on their context. The arguments stay as
    they are.

    The order is random, and another one in each pass. Every example comes once in a pass, together
    with its own label. Where batch_size does not divide n, the last minibatch is shorter.

    Example: for n = 10 and batch_size = 4 the minibatches have 4, 4 and 2 examples, such as those
    with the numbers [7, 0, 3, 9], [5, 1, 8, 2] and [4, 6].

    Shuffle the examples' numbers, cut them into pieces, and take the rows with those numbers from
    both arrays. `yield` hands out one minibatch and goes on from there for the next one.
    """
    raise NotImplementedError


def iterations_per_epoch(num_examples, batch_size):
    """How many minibatches one epoch has.

    num_examples, batch_size: positive ints.
    Returns an int. A last, shorter minibatch counts too.

    Examples: 50000 examples and batch_size 500 give 100; 10 examples and batch_size 3 give 4, of
    3, 3, 3 and 1 examples.
    """
    raise NotImplementedError


def num_updates(num_examples, batch_size, num_epochs):
    """How often the parameters are updated in num_epochs epochs: once for each minibatch.

    num_examples, batch_size, num_epochs: positive ints.
    Returns an int.

    Examples: 50000 examples, batch_size 500 and 10 epochs give 100 * 10 = 1000; 10 examples,
    batch_size 3 and 2 epochs give 4 * 2 = 8, for every epoch ends with a short minibatch.
    """
    raise NotImplementedError
