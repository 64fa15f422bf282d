"""The training loop (section 5 of the notes)

Training repeats one step for each minibatch (X, y), and one epoch is one pass over the data:

    with autograd.record():         MXNet keeps track of what is computed
        l = loss(net(X), y)         the loss of each example
    l.backward()                    the gradient of their sum, for every parameter
    update(len(X))                  the parameters move against it

What the net, the loss and the update are is left open: they are functions that the loop is given.
"""

from mxnet import autograd


def train_epoch(net, loss, batches, update):
    """One pass over the minibatches, with one update for each.

    net: called as net(X), gives y_hat.
    loss: called as loss(y_hat, y), gives the loss of each example.
    batches: yields pairs (X, y) of NDArrays; it can be gone through once. Minibatches may have
    different sizes.
    update: called as update(batch_size) after the gradients are there, changes the parameters; it
    divides by batch_size, so it must be told the size of this very minibatch, len(X).
    Returns nothing: the parameters are changed.

    Example: for minibatches of 4, 4 and 2 examples, update is called three times, as update(4),
    update(4) and update(2), each time after `backward` on that minibatch's summed loss.

    `l.backward()` on an array of losses goes backward from their sum, and that is what update
    expects, not the mean. Whoever writes l.sum() does so inside `with autograd.record():`.
    """
    raise NotImplementedError


def train(net, loss, make_batches, update, num_epochs, features, labels):
    """Several epochs, and the mean loss after each.

    net, loss, update: as for train_epoch.
    make_batches: called as make_batches() once at the beginning of each epoch, gives the
    minibatches of that epoch, in a new order.
    num_epochs: how many epochs, an int.
    features, labels: NDArrays, all of the data on which the loss is measured.
    Returns a list of num_epochs floats: after each epoch, the mean of loss(net(features), labels),
    with the parameters as they are then.

    Example: one parameter w = 0, net(X) = w X, the squared loss and a step of
    0.5 * gradient / batch_size. On X = [1, 1], y = [2, 2] in one minibatch w becomes 1, then 1.5,
    and the list is [0.5, 0.125]: measured after each epoch's updates, not before.

    l.mean().asscalar() turns losses into a number; an NDArray is no float.
    """
    raise NotImplementedError
