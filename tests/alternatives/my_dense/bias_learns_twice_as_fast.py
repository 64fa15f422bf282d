import mxnet as mx
from mxnet import nd
from mxnet.gluon import nn


class MyDense(nn.Block):
    def __init__(self, units, in_units, **kwargs):
        super().__init__(**kwargs)
        # as Caffe's examples have it: Xavier's weights, and a bias from 1 with twice the learning rate
        self.weight = self.params.get('weight', shape=(in_units, units), init=mx.init.Xavier(magnitude=2))
        self.bias = self.params.get('bias', shape=(units,), init='ones', lr_mult=2.0, wd_mult=0.0)

    def forward(self, x):
        z = nd.broadcast_add(nd.dot(x, self.weight.data()), self.bias.data())
        return nd.where(z > 0, z, nd.zeros_like(z))
