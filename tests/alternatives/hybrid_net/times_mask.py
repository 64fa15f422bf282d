from mxnet.gluon import nn


class HybridNet(nn.HybridBlock):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = nn.Dense(10)
        self.output = nn.Dense(2)

    def relu(self, h):
        return h * (h > 0)

    def hybrid_forward(self, F, x):
        return self.output(self.relu(self.hidden(x)))
