from mxnet import init
from mxnet.gluon import nn


def make_net():
    net = nn.HybridSequential(prefix='mlp_')
    with net.name_scope():
        net.add(nn.Dense(256, activation='relu', flatten=False))
        net.add(nn.Dense(128, activation='relu', flatten=False))
        net.add(nn.Dense(2, flatten=False))
    net.initialize(init.Normal(sigma=0.01))
    net.hybridize(static_alloc=True)
    return net
