from mxnet import init
from mxnet.gluon import nn


def make_net():
    hidden = nn.HybridSequential()
    for units in 256, 128:
        hidden.add(nn.Dense(units), nn.HybridLambda(lambda F, x: F.relu(x)))
    net = nn.HybridSequential()
    net.add(hidden)
    net.add(nn.Dense(2))
    net.initialize(init.Normal(0.01))
    net.hybridize()
    return net
