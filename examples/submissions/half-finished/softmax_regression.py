"""Softmax regression with Gluon (section 6.2 of the notes)

A classifier with q classes is one dense layer with q outputs, the scores; the class with the
largest score is the prediction. SoftmaxCrossEntropyLoss takes the scores as they are and applies
softmax itself.
"""

from mxnet import autograd, init
from mxnet.gluon import nn


def make_net():
    """The model: one dense layer with ten outputs, initialised.

    Returns an nn.Sequential that holds nn.Dense(10) and nothing else. Its weight is drawn from
    N(0, 0.01²), its bias is 0. The number of inputs is left open.

    Example: net = make_net(); net(X) for images X of shape (5, 1, 28, 28) has shape (5, 10), for
    nn.Dense flattens each image by itself; net[0].weight then has shape (10, 784).
    """
    raise NotImplementedError


def evaluate_accuracy(data_iter, net):
    """The fraction of all examples that the net classifies right.

    data_iter: yields minibatches (X, y); y has shape (k,) and holds the true classes, in float32 or
    int32. The last minibatch may be shorter.
    net: called as net(X), gives scores of shape (k, q).
    Returns a float between 0 and 1: the number of examples where the largest score is that of class
    y, divided by the number of all examples.

    Example: 3 of 4 right in one minibatch and 0 of 1 in the next give 3 / 5 = 0.6. The mean of the
    two accuracies, 0.375, is something else.

    argmax answers in the scores' dtype, and MXNet compares only arrays of the same dtype.
    """
    raise NotImplementedError


def train_epoch(net, train_iter, loss, trainer, batch_size):
    """One pass over the training data, and how it went.

    net: an initialised Block; net(X) has shape (k, q).
    train_iter: yields minibatches (X, y), as for evaluate_accuracy.
    loss: called as loss(y_hat, y), gives the loss of each example.
    trainer: a gluon.Trainer for the net's parameters; trainer.step(batch_size) updates them.
    batch_size: how many examples a minibatch holds; the last one may be shorter.
    Returns (mean loss, accuracy), two floats. Both count every example of the pass once, as the net
    answered it when its turn came, before that minibatch's update: the sum of the losses and the
    number of right predictions, each divided by the number of examples.

    Example: minibatches of 2 and 1 examples with losses [1.0, 2.0] and [0.6], of which the last was
    classified right, give (3.6 / 3, 1 / 3) = (1.2, 0.3333).

    For each minibatch: record net(X) and its loss, go backward from the sum, step, and add up. Mind
    that == compares and = assigns, and that the sums begin at 0 before the loop.
    """
    raise NotImplementedError
