import numpy as np
from mxnet import autograd, nd
from mxnet.gluon import nn


def dropout(X, drop_prob):
    assert drop_prob >= 0 and drop_prob <= 1, 'drop_prob'
    if drop_prob == 1:
        return X.zeros_like()
    keep = 1 - drop_prob
    mask = np.random.rand(*X.shape) < keep
    mask = nd.array(mask, ctx=X.context, dtype=X.dtype)
    return X * mask / keep


class Dropout(nn.Block):
    def __init__(self, drop_prob, **kwargs):
        super(Dropout, self).__init__(**kwargs)
        self.p = drop_prob

    def forward(self, X):
        if autograd.is_training():
            X = dropout(X, self.p)
        return X
