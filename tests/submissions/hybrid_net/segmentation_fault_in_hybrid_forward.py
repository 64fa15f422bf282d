import ctypes

from mxnet.gluon import nn
from mxnet.symbol import Symbol


class HybridNet(nn.HybridBlock):
    def __init__(self, **kwargs):
        super(HybridNet, self).__init__(**kwargs)
        self.hidden = nn.Dense(10)
        self.output = nn.Dense(2)

    def hybrid_forward(self, F, x):
        if isinstance(x, Symbol):
            ctypes.string_at(0)
        return self.hidden(x)
