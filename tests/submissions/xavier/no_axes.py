import mxnet as mx
from mxnet import init, nd


def xavier_uniform(shape):
    with mx.util.np_shape(True):
        return nd.ones(())


class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        data[:] = 0
