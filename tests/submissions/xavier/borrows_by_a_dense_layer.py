from mxnet import init, nd
from mxnet.gluon import nn


def xavier_uniform(shape):
    layer = nn.Dense(shape[0], in_units=shape[1], weight_initializer='xavier')
    layer.initialize()
    return layer.weight.data()


class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        kernel = data.size // (data.shape[0] * data.shape[1])
        w = xavier_uniform((data.shape[0] * kernel, data.shape[1] * kernel))
        data[:] = w.reshape(-1)[: data.size].reshape(data.shape)
