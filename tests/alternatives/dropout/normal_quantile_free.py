# 另一种写法:floor(u + keep) 是 0 或 1
from mxnet import autograd, nd
from mxnet.gluon import nn


def dropout(X, drop_prob):
    if not (0 <= drop_prob <= 1):
        raise AssertionError('drop_prob outside [0, 1]')
    keep = 1 - drop_prob
    if keep < 1e-12:
        return nd.zeros_like(X)
    u = nd.random.uniform(0, 1, shape=X.shape, ctx=X.context, dtype=X.dtype)
    return nd.floor(u + keep) * (X / keep)


class Dropout(nn.Block):
    """Only while training."""

    def __init__(self, drop_prob, **kwargs):
        super(Dropout, self).__init__(**kwargs)
        self.dorp_prob = drop_prob

    def forward(self, x):
        if autograd.is_training() is False:
            return x
        return dropout(x, self.dorp_prob)
