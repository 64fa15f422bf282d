from mxnet import autograd, nd
from mxnet.gluon import nn


def dropout(X, drop_prob):
    assert 0 <= drop_prob <= 1
    mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
    return mask * X


class Dropout(nn.Block):
    def __init__(self, drop_prob, **kwargs):
        super(Dropout, self).__init__(**kwargs)
        self.p = drop_prob

    def forward(self, X):
        return dropout(X, self.p) if autograd.is_training() else X
