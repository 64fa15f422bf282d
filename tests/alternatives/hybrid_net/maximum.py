from mxnet.gluon import nn


class HybridNet(nn.HybridBlock):
    """两层网络,混合编程"""

    def __init__(self, **kwargs):
        super(HybridNet, self).__init__(**kwargs)
        self.hidden = nn.Dense(units=10, use_bias=True)
        self.output = nn.Dense(units=2)

    def hybrid_forward(self, F, inputs):
        h = self.hidden(inputs)
        h = F.broadcast_maximum(h, F.zeros_like(h))
        return self.output(h)
