"""Dropout (section 7.3 of the notes)

Dropout sets each element to 0 with probability p and divides those it keeps by 1 - p:

    0           with probability p
    x / (1 - p) with probability 1 - p

The expectation stays p · 0 + (1 - p) · x / (1 - p) = x. It happens in training only: a prediction
should not depend on chance.
"""

from mxnet import autograd, nd
from mxnet.gluon import nn


def dropout(X, drop_prob):
    """X with each element dropped, independently of the others, with probability drop_prob.

    X: NDArray of any shape.
    drop_prob: a Python number between 0 and 1, both included. At 0 nothing changes, at 1 all is 0.
    Returns an NDArray of X's shape, dtype and context; X itself stays as it is.
    Raises ValueError (or AssertionError) for a drop_prob outside [0, 1].

    Example: dropout([[1, 2, 3, 4]], 0.2) may be [[1.25, 0, 3.75, 5]]: the second element happened
    to be dropped, the others are divided by 0.8. Another call drops others.

    Hint: nd.random.uniform draws numbers from [0, 1); compared with a probability they make a mask
    of zeros and ones. The numbers must have X's shape and dtype, and be where X is: dtype=X.dtype,
    ctx=X.context.
    Gradients flow through the elements that were kept. Do not use the Dropout operator or
    nn.Dropout: that is the work of this exercise.
    """
    # solution: begin
    if not 0 <= drop_prob <= 1:
        raise ValueError(f"drop_prob must be between 0 and 1, not {drop_prob}")
    if drop_prob == 0:
        return X
    if drop_prob == 1:
        return nd.zeros_like(X)
    draws = nd.random.uniform(shape=X.shape, ctx=X.context, dtype=X.dtype)
    return X * (draws >= drop_prob) / (1 - drop_prob)
    # solution: end


class Dropout(nn.Block):
    """A layer that drops each element with probability drop_prob while training.

    While training (autograd.is_training() is True: under autograd.record(), say) the layer answers
    dropout(x, drop_prob), with new draws in each call. Otherwise it answers x.

    Example: layer = Dropout(0.5); layer(x) equals x, and under autograd.record() about half of its
    elements are 0 and the others are 2 x.
    """

    def __init__(self, drop_prob, **kwargs):
        super().__init__(**kwargs)
        # solution: begin
        self.drop_prob = drop_prob
        # solution: end

    def forward(self, x):
        # solution: begin
        return dropout(x, self.drop_prob) if autograd.is_training() else x
        # solution: end
