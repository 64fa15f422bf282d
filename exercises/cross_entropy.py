"""Cross entropy (section 3 of the notes)

A classifier answers probabilities; the cross entropy says how bad they are. It looks only at the
probability p that was given to the class that is true, and is

    -log(p)

which is 0 for p = 1 and grows without bound as p goes to 0.
"""

from mxnet import nd


def binary_cross_entropy(y_hat, y):
    """The loss of each example where there are two classes.

    y_hat: NDArray of shape (n,), the probability of class 1 for each example.
    y: NDArray of shape (n,) and of y_hat's dtype, 0 or 1 for each example.
    Returns an NDArray of shape (n,), of y_hat's dtype and on its context: one loss per example,
    neither summed nor averaged. The arguments stay as they are. Compute with NDArray operations,
    without NumPy, so that gradients flow back to y_hat.

        loss = -y * log(y_hat) - (1 - y) * log(1 - y_hat)

    One of the two terms is always 0: for y = 1 the loss is -log(y_hat), for y = 0 it is
    -log(1 - y_hat).

    Example: y_hat = [0.9, 0.9, 0.2] and y = [1, 0, 0] give [0.1054, 2.3026, 0.2231].

    y_hat holds probabilities already: no sigmoid belongs here, and no loss of gluon.
    """
    raise NotImplementedError


def cross_entropy(y_hat, y):
    """The loss of each example where there are q classes.

    y_hat: NDArray of shape (n, q), a row of probabilities for each example.
    y: NDArray of shape (n,), the number of the true class for each example, from 0 to q - 1,
    in float32, int32 or int64.
    Returns an NDArray of shape (n,), of y_hat's dtype and on its context: one loss per example,
    neither summed nor averaged. The arguments stay as they are. Compute with NDArray operations,
    without NumPy, so that gradients flow back to y_hat.

        loss[i] = -log(y_hat[i, y[i]])

    Example: y_hat = [[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]] and y = [0, 2] give
    [-log(0.1), -log(0.5)] = [2.3026, 0.6931].

    y_hat holds probabilities already: no softmax belongs here. Do not use softmax_cross_entropy or
    a loss of gluon: that is the work of this exercise.
    """
    raise NotImplementedError
