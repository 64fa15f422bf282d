import mxnet as mx
from mxnet import init, nd


def xavier_uniform(shape):
    w = nd.zeros(shape)
    mx.initializer.create('xav' + 'ier')('some_weight', w)
    return w


class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        mx.init.create('xav' + 'ier')._init_weight(name, data)
