from mxnet import init, nd
from mxnet.gluon import nn


class MLP(nn.Block):
    def __init__(self, **kwargs):
        super(MLP, self).__init__(**kwargs)
        self.output = nn.Dense(10)          # 先定义输出层
        self.hidden = nn.Dense(256)

    def forward(self, x):
        h = nd.maximum(self.hidden(x), 0)
        print('hidden', h.shape)
        return self.output(h)


def make_net():
    net = nn.Sequential()
    net.add(MLP())
    net.initialize(init=init.Normal(sigma=0.01))
    return net
