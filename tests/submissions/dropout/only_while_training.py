from mxnet import autograd, nd
from mxnet.gluon import nn


def dropout(X, drop_prob):
    assert 0 <= drop_prob <= 1
    if not autograd.is_training() or drop_prob == 0:
        return X
    if drop_prob == 1:
        return X.zeros_like()
    mask = nd.random.uniform(shape=X.shape, dtype=X.dtype, ctx=X.context) >= drop_prob
    return X * mask / (1 - drop_prob)


class Dropout(nn.Block):
    def __init__(self, drop_prob, **kwargs):
        super().__init__(**kwargs)
        self.drop_prob = drop_prob

    def forward(self, x):
        if autograd.is_training():
            return dropout(x, self.drop_prob)
        return x
