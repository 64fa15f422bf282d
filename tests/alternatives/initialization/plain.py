from mxnet import init, nd
from mxnet.gluon import nn


def initialize_normal(net, sigma):
    net.initialize(init=init.Normal(sigma=sigma), force_reinit=True)


def initialize_default(net):
    net.initialize()


net = nn.Sequential()
net.add(nn.Dense(256, activation='relu'), nn.Dense(10))
initialize_default(net)
net(nd.random.uniform(shape=(2, 20)))
print(net[0].weight.data()[0])
initialize_normal(net, 0.01)
print(net[0].weight.data()[0])
