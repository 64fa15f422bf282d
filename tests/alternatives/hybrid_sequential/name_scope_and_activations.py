import mxnet as mx
from mxnet.gluon import nn


def get_layers():
    yield nn.Dense(256, in_units=0)
    yield nn.Activation("relu")
    yield nn.Dense(128, in_units=256)
    yield nn.Activation("relu")
    yield nn.Dense(2, in_units=128)


def make_net(static=True):
    net = nn.HybridSequential(prefix="net_")
    with net.name_scope():
        for layer in get_layers():
            net.add(layer)
    net.hybridize(static_alloc=static, static_shape=static)
    net.initialize(mx.init.Xavier(), ctx=mx.cpu())
    print(net)
    return net
