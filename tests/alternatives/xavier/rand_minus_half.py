from mxnet import init
from mxnet import ndarray as nd


def xavier_uniform(shape, ctx=None, dtype='float32'):
    units, in_units = shape
    width = 2 * (6 / (units + in_units)) ** 0.5
    w = nd.random.uniform(-0.5, 0.5, shape=(units, in_units), ctx=ctx, dtype=dtype)
    w *= width
    return w


class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        print(name)
        o, i = data.shape[:2]
        flat = data.reshape((o, i, -1))
        k = flat.shape[2]
        draw = xavier_uniform((o * k, i * k))[:o, :i * k]
        data[:] = draw.reshape(data.shape)
