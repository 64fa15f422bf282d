import math

import mxnet as mx
from mxnet import init


def xavier_uniform(shape):
    """U(-b, b), b = sqrt(6 / (fan_in + fan_out)); kernels count height times width."""
    kernel = 1
    for side in shape[2:]:
        kernel *= side
    fan_in, fan_out = shape[1] * kernel, shape[0] * kernel
    bound = math.sqrt(6.0 / (fan_in + fan_out))
    return mx.nd.random.uniform(low=-bound, high=bound, shape=shape)


class Xavier(init.Initializer):
    def __init__(self, **kwargs):
        super(Xavier, self).__init__(**kwargs)

    def _init_weight(self, name, data):
        data[:] = xavier_uniform(data.shape)
