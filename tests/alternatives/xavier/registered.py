import mxnet as mx
from mxnet import init, nd


def xavier_uniform(shape):
    b = (6 / (shape[0] + shape[1])) ** .5
    return nd.random.uniform(-b, b, shape)


@init.register
class Xavier(init.Initializer):
    def __init__(self, rnd_type='uniform', magnitude=3):
        super().__init__(rnd_type=rnd_type, magnitude=magnitude)
        self.magnitude = magnitude

    def _init_weight(self, name, data):
        space = 1.0
        if len(data.shape) > 2:
            for d in data.shape[2:]:
                space = space * d
        factor = (data.shape[0] * space + data.shape[1] * space) / 2.0
        scale = (self.magnitude / factor) ** 0.5
        data[:] = nd.random.uniform(-scale, scale, data.shape, ctx=data.context, dtype=data.dtype)
