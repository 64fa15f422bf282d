from mxnet import init
from mxnet.gluon import nn


def make_net():
    net = nn.HybridSequential()
    net.add(nn.Dense(256, activation='relu', flatten=False), nn.Dense(10, flatten=False))
    net.initialize(init.Xavier())
    net.hybridize()
    return net


def shapes_before_and_after(net, X):
    def look():
        return {k: tuple(v.shape) for k, v in net.collect_params().items()}

    first = look()
    out = net(X)
    print(out.shape)
    return first, look()
