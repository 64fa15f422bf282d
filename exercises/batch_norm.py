"""Batch normalisation (section 12.1 of the notes)

Batch normalisation keeps the numbers inside a net at mean 0 and variance 1, whatever the layers
before do; training then is faster and allows larger learning rates.

    Y = gamma · (X - mean) / sqrt(variance + eps) + beta

While training, mean and variance are those of the minibatch: one pair for each feature, or for each
channel of images. They also go into running averages, which take their place in prediction, where
the answer for one example should not depend on the others in its batch.
"""

from mxnet import autograd, init, nd
from mxnet.gluon import nn


def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
    """Normalise X as in training or as in prediction; autograd.is_training() tells which.

    X: NDArray of shape (n, d), normalised over the examples for each of the d columns; or
    (n, c, h, w), normalised over examples and pixels for each of the c channels.
    gamma, beta, moving_mean, moving_var: NDArrays of shape (1, d), or (1, c, 1, 1) for images.
    eps, momentum: Python numbers.
    Returns three NDArrays: Y of X's shape, the new moving mean and the new moving variance in the
    shape of the old ones. The arrays that were passed in stay as they are.

    Training: the variance is the mean of the squared deviations, (x1 - mean)² + ... + (xn - mean)²
    divided by n (and not by n - 1). Y is computed with the minibatch's own mean and variance, and

        moving = momentum · moving + (1 - momentum) · the minibatch's

    Prediction: Y is computed with moving_mean and moving_var, which are returned as they are.

    Example: X = [[1], [3]], gamma = [[1]], beta = [[0]], moving_mean = [[0]], moving_var = [[1]],
    eps = 0 and momentum = 0.9. In training the mean is 2 and the variance ((-1)² + 1²) / 2 = 1, so
    Y = [[-1], [1]], the moving mean becomes 0.9 · 0 + 0.1 · 2 = 0.2 and the moving variance
    0.9 · 1 + 0.1 · 1 = 1. In prediction Y = [[1], [3]].

    Gradients flow to X, gamma and beta, through the minibatch's mean and variance too. Do not use
    the BatchNorm operator, nn.BatchNorm or another ready-made normalisation: that is the work of
    this exercise.
    """
    raise NotImplementedError


class BatchNorm(nn.Block):
    """A layer that normalises its input, with eps = 1e-5 and momentum = 0.9.

    num_features: the number of columns or of channels.
    num_dims: 2 for inputs of shape (n, num_features), 4 for (n, num_features, h, w).
    Parameters: 'gamma', which starts as ones, and 'beta', which starts as zeros, of num_features
    numbers each, both from self.params. The running mean and variance are no parameters that a
    trainer could change; they begin as you like, and are where x is, on any context.

    Called on x while training, it returns batch_norm(x, ...)[0] and keeps the new running averages
    for the next call; in prediction it uses them and changes nothing.

    Example: layer = BatchNorm(3, 2), initialised. Under autograd.record() each column of layer(x)
    has mean 0 and variance 1; layer.params.get('gamma') has 3 elements.
    """

    def __init__(self, num_features, num_dims, **kwargs):
        super().__init__(**kwargs)
        raise NotImplementedError

    def forward(self, x):
        raise NotImplementedError
