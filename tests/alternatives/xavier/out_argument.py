import mxnet as mx
import numpy as np


def bound(shape):
    fan_out = np.prod([shape[0], *shape[2:]])
    fan_in = np.prod(shape[1:])
    return np.sqrt(6 / (fan_in + fan_out))


def xavier_uniform(shape):
    w = mx.nd.empty(shape)
    b = float(bound(shape))
    mx.random.uniform(-b, b, out=w)
    return w


class Xavier(mx.init.Initializer):
    def _init_weight(self, name, arr):
        b = float(bound(arr.shape))
        mx.random.uniform(-b, b, out=arr)
