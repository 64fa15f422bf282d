from mxnet import np, npx
from mxnet.gluon import nn
npx.set_np()
def make_net():
    net = nn.HybridSequential()
    net.add(nn.Dense(256, activation='relu'), nn.Dense(128, activation='relu'), nn.Dense(2))
    net.initialize()
    net.hybridize()
    return net
