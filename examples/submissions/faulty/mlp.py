"""A multilayer perceptron with Gluon (section 6.3 of the notes)

Between the inputs and the scores stands a hidden layer of 256 units:

    h = relu(X · W1 + b1)
    scores = h · W2 + b2

Without relu the two layers would be no more than one, for a linear map of a linear map is linear.
"""

from mxnet import init
from mxnet.gluon import nn


def make_net():
    """The model: a hidden layer with relu and an output layer, initialised.

    Returns an nn.Sequential of nn.Dense(256) with relu and nn.Dense(10) without an activation. All
    weights are drawn from N(0, 0.01²), all biases are 0. The number of inputs is left open, and
    each call returns a new net.

    Example: net = make_net(); net(X) for images X of shape (5, 1, 28, 28) has shape (5, 10). The
    weights then have the shapes (256, 784) and (10, 256), the biases (256,) and (10,): 203530
    numbers in all.

    The scores may be negative and do not sum to 1: softmax is part of the loss.
    """
    raise NotImplementedError
