from mxnet import autograd, nd
from mxnet.gluon import Block


def dropout(X, drop_prob):
    """Drop with probability `drop_prob`."""
    assert 0 <= drop_prob <= 1
    if drop_prob == 1.0:
        return nd.zeros(X.shape, ctx=X.context, dtype=X.dtype)
    u = nd.random_uniform(low=0, high=1, shape=X.shape, ctx=X.context, dtype=X.dtype)
    return nd.where(u < drop_prob, nd.zeros_like(X), X / (1 - drop_prob))


class Dropout(Block):
    def __init__(self, drop_prob, **kwargs):
        super().__init__(**kwargs)
        self.drop_prob = drop_prob

    def forward(self, X):
        print('training:', autograd.is_training())
        return dropout(X, self.drop_prob) if autograd.is_training() else X
