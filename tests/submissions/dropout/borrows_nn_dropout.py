from mxnet import autograd, nd
from mxnet.gluon import nn

Layer = nn.Dropout


def dropout(X, drop_prob):
    assert 0 <= drop_prob <= 1
    if drop_prob == 1:
        return X.zeros_like()
    mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
    return X * mask / (1 - drop_prob)


class Dropout(nn.Block):
    def __init__(self, drop_prob, **kwargs):
        super().__init__(**kwargs)
        with self.name_scope():
            self.inner = Layer(drop_prob)

    def forward(self, X):
        return self.inner(X)
