from mxnet import nd
from mxnet.gluon import nn


class Perceptron(nn.Block):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Dense(256)
        self.output = nn.Dense(10)

    def forward(self, x):
        return self.output(nd.relu(self.hidden(x)))


def make_net():
    net = Perceptron()
    net.initialize()
    return net


def shapes_before_and_after(net, x):
    def look():
        return {p.name.replace(net.prefix, "", 1): p.shape for p in net.collect_params().values()}

    old = look()
    print(old)
    net(x)
    return old, look()
