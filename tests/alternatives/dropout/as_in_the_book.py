from mxnet import autograd, nd
from mxnet.gluon import nn


def dropout(X, drop_prob):
    assert 0 <= drop_prob <= 1
    keep_prob = 1 - drop_prob
    # 这种情况下把全部元素都丢弃
    if keep_prob == 0:
        return X.zeros_like()
    mask = nd.random.uniform(0, 1, X.shape, dtype=X.dtype, ctx=X.context) < keep_prob
    return mask * X / keep_prob


class Dropout(nn.Block):
    def __init__(self, drop_prob, **kwargs):
        super(Dropout, self).__init__(**kwargs)
        self.drop_prob = drop_prob

    def forward(self, X):
        if autograd.is_training():
            return dropout(X, self.drop_prob)
        return X
