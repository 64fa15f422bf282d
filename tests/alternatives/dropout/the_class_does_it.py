import mxnet as mx
from mxnet import nd
from mxnet.gluon import nn


class Dropout(nn.Block):
    def __init__(self, drop_prob, **kwargs):
        super(Dropout, self).__init__(**kwargs)
        assert 0 <= drop_prob <= 1
        self.keep = 1 - drop_prob

    def mask(self, X):
        with mx.autograd.pause():
            return nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) < self.keep

    def drop(self, X):
        if self.keep == 0:
            return X * self.mask(X)
        if self.keep == 1:
            return X.copy()
        return X * self.mask(X) * (1 / self.keep)

    def forward(self, X):
        return self.drop(X) if mx.autograd.is_training() else X


def dropout(X, drop_prob):
    return Dropout(drop_prob).drop(X)
