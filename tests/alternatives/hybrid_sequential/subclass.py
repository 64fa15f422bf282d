from mxnet.gluon import nn


class Net(nn.HybridSequential):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.add(nn.Dense(256, 'relu'), nn.Dense(128, 'relu'), nn.Dense(2))


def make_net():
    net = Net()
    net.collect_params().initialize()
    net.hybridize(True)
    return net
