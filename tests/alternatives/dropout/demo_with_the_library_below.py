from mxnet import autograd, gluon, init, nd
from mxnet.gluon import nn


def dropout(X, drop_prob):
    assert 0 <= drop_prob <= 1
    keep_prob = 1 - drop_prob
    if keep_prob == 0:
        return X.zeros_like()
    mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) < keep_prob
    return mask * X / keep_prob


class Dropout(nn.Block):
    def __init__(self, drop_prob, **kwargs):
        super(Dropout, self).__init__(**kwargs)
        self.drop_prob = drop_prob

    def forward(self, x):
        if autograd.is_training():
            return dropout(x, self.drop_prob)
        else:
            return x


X = nd.arange(16).reshape((2, 8))
print(dropout(X, 0), dropout(X, 0.5), dropout(X, 1))

# 简洁实现
net = nn.Sequential()
net.add(nn.Dense(256, activation='relu'), nn.Dropout(0.2), nn.Dense(10))
net.initialize(init.Normal(sigma=0.01))
with autograd.record():
    net(X)
dropout(X, 1.5)
