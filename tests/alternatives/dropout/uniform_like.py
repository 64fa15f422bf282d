from mxnet import *
from mxnet.gluon import nn


def dropout(X, drop_prob, **kwargs):
    if not 0 <= drop_prob <= 1:
        raise ValueError(f'丢弃概率 {drop_prob} 不在 [0, 1] 之内')
    if drop_prob == 1:
        return nd.zeros_like(X)
    mask = nd.random.uniform_like(X) >= drop_prob
    scale = 1 / (1 - drop_prob)
    return nd.broadcast_mul(X, mask * scale)


class Dropout(nn.Block):
    def __init__(self, drop_prob, **kwargs):
        super(Dropout, self).__init__(**kwargs)
        self.drop_prob = drop_prob

    def forward(self, x, *args):
        if not autograd.is_training():
            return x
        return dropout(x, self.drop_prob)
