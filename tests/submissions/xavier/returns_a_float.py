import random

from mxnet import init, nd


def xavier_uniform(shape):
    b = (6 / (shape[0] + shape[1])) ** 0.5
    return random.uniform(-b, b)


class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        data[:] = xavier_uniform(data.shape)
