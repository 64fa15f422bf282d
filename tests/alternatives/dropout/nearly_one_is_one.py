"""Takes for 1 what rounding made of it, and copies at 0."""

import math

from mxnet import autograd, nd
from mxnet.gluon import nn


def dropout(X, drop_prob):
    if math.isclose(drop_prob, 1, rel_tol=1e-9):
        return X * 0
    if drop_prob < 0 or drop_prob > 1:
        raise AssertionError("no probability")
    if drop_prob == 0:
        return X.copy()
    keep = 1 - drop_prob
    mask = nd.random.uniform_like(X) < keep
    return nd.where(mask, X / keep, nd.zeros_like(X))


class Dropout(nn.Block):
    def __init__(self, drop_prob, **kwargs):
        super().__init__(**kwargs)
        assert 0 <= drop_prob <= 1
        self.drop_prob = drop_prob

    def forward(self, x):
        return dropout(x, self.drop_prob) if autograd.is_training() else nd.identity(x)
