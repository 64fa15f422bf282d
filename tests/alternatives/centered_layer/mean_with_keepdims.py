from mxnet import nd
from mxnet.gluon import nn


class CenteredLayer(nn.Block):
    def __init__(self, **kwargs):
        super(CenteredLayer, self).__init__(**kwargs)
        self.calls = 0

    def forward(self, x):
        self.calls += 1
        axes = tuple(range(x.ndim))
        mu = nd.mean(x, axis=axes, keepdims=True)
        return nd.broadcast_sub(x, mu)
