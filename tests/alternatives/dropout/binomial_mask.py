import numpy
from mxnet import autograd, nd
from mxnet.gluon import nn


def make_mask(X, keep):
    """1 where kept; scaled already."""
    kept = numpy.random.binomial(1, keep, size=X.shape) / keep
    return nd.array(kept, dtype=X.dtype, ctx=X.context)


def dropout(X, drop_prob):
    if drop_prob < 0 or drop_prob > 1:
        raise ValueError
    if drop_prob == 1:
        return X - X
    return make_mask(X, 1 - drop_prob) * X


class Dropout(nn.Block):
    def __init__(self, drop_prob):
        super(Dropout, self).__init__()
        self.drop_prob = drop_prob

    def forward(self, x):
        return dropout(x, self.drop_prob) if autograd.is_training() else x
