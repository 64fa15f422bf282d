"""Linear regression with Gluon (sections 6, 6.1 and 12 of the notes)

Gluon brings what the earlier exercises built by hand: layers (nn.Dense), initialisers
(init.Normal), losses (gluon.loss.L2Loss) and updates (gluon.Trainer). The loop stays as it was.
"""

import random

from mxnet import autograd, gluon, init, nd
from mxnet.gluon import loss as gloss
from mxnet.gluon import nn


def make_net():
    """The model: one dense layer with one output, initialised.

    Returns an nn.Sequential that holds nn.Dense(1) and nothing else. Its weight is drawn from
    N(0, 0.01²), its bias is 0. The number of inputs is left open: Gluon finds it out when the net
    meets its first data.

    Example: net = make_net(); net(X) for X of shape (5, 3) has shape (5, 1), and from then on
    net[0].weight has shape (1, 3).

    net.initialize() without an initialiser draws from U(-0.07, 0.07): pass init.Normal(sigma=0.01).
    """
    raise NotImplementedError


def train(net, features, labels, lr, num_epochs, batch_size):
    """Trains the net with minibatch SGD and tells how well it went.

    net: an initialised Block; net(X) has shape (n, 1).
    features: NDArray of shape (n, d).  labels: NDArray of shape (n,), what net(features) should be.
    lr: the learning rate.  num_epochs: how many passes over the data.
    batch_size: how many examples each minibatch holds; the last one of an epoch may be shorter.
    Returns a list of num_epochs floats: after each epoch, the mean loss over all of the data.

    The loss of an example is (y_hat - y)² / 2, as gluon.loss.L2Loss computes it. Each epoch goes
    through all examples in minibatches, in a random order, and updates once for each, with
    gluon.Trainer(net.collect_params(), 'sgd', {'learning_rate': lr}). The net is trained further
    from where it is: it is not initialised again.

    trainer.step(k) moves each parameter by lr * gradient / k. `l.backward()` leaves the gradient of
    the summed loss, so k is the number of examples in the minibatch.

    Example: a net with weight 0 and bias 0 on X = [[1], [1]], y = [2, 2], with lr = 0.5 and
    batch_size = 2: the gradient of the sum is -4 for both, both become 0.5 * 4 / 2 = 1, the net
    answers 2, and after the first epoch the loss is 0.
    """
    raise NotImplementedError
