from mxnet.gluon import nn


class Relu(nn.HybridBlock):
    def hybrid_forward(self, F, x):
        return F.maximum(x, 0)


class HybridNet(nn.HybridBlock):
    def __init__(self, **kwargs):
        super(HybridNet, self).__init__(**kwargs)
        self.hidden = nn.Dense(10)
        self.act = Relu()
        self.output = nn.Dense(2)

    def hybrid_forward(self, F, x):
        x = self.hidden(x)
        x = self.act(x)
        x = self.output(x)
        return x
