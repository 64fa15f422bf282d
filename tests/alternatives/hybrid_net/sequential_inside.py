from mxnet.gluon import nn


class HybridNet(nn.HybridBlock):
    def __init__(self, **kwargs):
        super(HybridNet, self).__init__(**kwargs)
        self.hidden = nn.Dense(10)
        self.output = nn.Dense(2)
        self.net = nn.HybridSequential()
        self.net.add(self.hidden, nn.Activation('relu'), self.output)

    def hybrid_forward(self, F, x):
        for layer in self.net:
            x = layer(x)
        return x
