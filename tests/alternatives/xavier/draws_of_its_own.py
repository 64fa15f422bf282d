"""NumPy generators that nobody seeds draw the numbers."""

import numpy as np
from mxnet import init, nd


def xavier_uniform(shape):
    b = np.sqrt(6 / sum(shape))
    return nd.array(np.random.default_rng().uniform(-b, b, size=shape))


class Xavier(init.Initializer):
    def __init__(self, magnitude=6):
        super().__init__(magnitude=magnitude)
        self.magnitude = magnitude
        self.rng = np.random.default_rng()

    def _init_weight(self, name, data):
        area = np.prod(data.shape[2:])
        fan_in, fan_out = data.shape[1] * area, data.shape[0] * area
        b = np.sqrt(self.magnitude / (fan_in + fan_out))
        data[:] = self.rng.uniform(-b, b, data.shape)
