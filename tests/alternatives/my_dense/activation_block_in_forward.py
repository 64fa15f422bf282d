import mxnet as mx
from mxnet.gluon.nn import *


class MyDense(Block):
    def __init__(self, units, in_units, **kwargs):
        super().__init__(**kwargs)
        self.weight = self.params.get('weight', shape=(in_units, units))
        self.bias = self.params.get('bias', shape=(units,))

    def forward(self, x):
        y = mx.nd.dot(x, self.weight.data())
        y = mx.nd.broadcast_add(y, self.bias.data().reshape((1, -1)))
        return Activation('relu')(y)
