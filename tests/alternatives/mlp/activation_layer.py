import mxnet as mx
from mxnet.gluon import nn

num_hidden, num_outputs = 256, 10


def make_net():
    net = nn.Sequential()
    with net.name_scope():
        net.add(nn.Flatten())
        net.add(nn.Dense(num_hidden))
        net.add(nn.Activation('relu'))
        net.add(nn.Dense(num_outputs))
    net.collect_params().initialize(mx.init.Normal(sigma=.01), ctx=mx.current_context())
    print(net)
    return net
