from mxnet import autograd, nd
from mxnet.gluon import nn


def dropout(X, drop_prob):
    assert 0 <= drop_prob <= 1
    if drop_prob == 1:
        X[:] = 0
        return X
    mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
    answer = X * mask / (1 - drop_prob)
    with autograd.pause():
        X[:] = answer
    return answer


class Dropout(nn.Block):
    def __init__(self, drop_prob, **kwargs):
        super().__init__(**kwargs)
        self.p = drop_prob

    def forward(self, X):
        return dropout(X, self.p) if autograd.is_training() else X
