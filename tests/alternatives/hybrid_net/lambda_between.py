from mxnet.gluon import nn
from mxnet import nd
class HybridNet(nn.HybridBlock):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.net = nn.HybridSequential()
        self.hidden = nn.Dense(10)
        self.output = nn.Dense(2)
        self.net.add(self.hidden, nn.HybridLambda(lambda F, x: F.maximum(x, 0)), self.output)
    def hybrid_forward(self, F, x):
        return self.net(x)
