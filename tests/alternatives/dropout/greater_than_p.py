import mxnet as mx
from mxnet import nd
from mxnet.gluon import nn


def dropout(x, p=0.5):
    if p < 0 or p > 1:
        raise ValueError('p must be in [0, 1], got %s' % p)
    if p == 1:
        return x * 0
    if p == 0:
        return x
    u = nd.random.uniform(shape=x.shape, ctx=x.context).astype(x.dtype)
    return x * (u > p) / (1.0 - p)


class Dropout(nn.Block):
    def __init__(self, drop_prob):
        super().__init__()
        self._p = drop_prob

    def forward(self, x):
        return dropout(x, self._p) if mx.autograd.is_training() else x
