import numpy as np
from mxnet import init, nd


def xavier_uniform(shape):
    b = np.sqrt(6.0 / (shape[0] + shape[1]))
    return nd.array(np.random.uniform(-b, b, size=shape))


class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        k = int(np.prod(data.shape[2:]))
        b = np.sqrt(6.0 / ((data.shape[0] + data.shape[1]) * k))
        data[:] = np.random.uniform(-b, b, data.shape)
