from mxnet import init, nd
from mxnet.gluon import nn


def fans(shape):
    k = 1
    for n in shape[2:]:
        k *= n
    return shape[1] * k, shape[0] * k


def xavier_uniform(shape):
    f_in, f_out = fans(shape)
    return nd.random.uniform(-1, 1, shape=shape) * (6 / (f_in + f_out)) ** 0.5


class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        f_in, f_out = fans(data.shape)
        nd.random.uniform(-1, 1, shape=data.shape).copyto(data)
        data *= (6 / (f_in + f_out)) ** 0.5

    def _init_bias(self, name, data):
        data[:] = 0


net = nn.Sequential()
net.add(nn.Conv2D(4, kernel_size=3), nn.Dense(3))
net.initialize(Xavier())
net(nd.ones((2, 3, 8, 8)))
print(net[0].weight.data()[0], net[1].weight.data().abs().max())
net.initialize(init.Xavier(), force_reinit=True)
