"""Takes the parameters of x's context, and computes in place where nothing is recorded."""

from mxnet import autograd, nd
from mxnet.gluon import nn


class MyDense(nn.Block):
    def __init__(self, units, in_units, **kwargs):
        super().__init__(**kwargs)
        self.weight = self.params.get("weight", shape=(in_units, units))
        self.bias = self.params.get("bias", shape=(units,))

    def forward(self, x):
        W, b = self.weight.data(x.context), self.bias.data(x.context)
        if autograd.is_recording():
            return nd.maximum(nd.dot(x, W) + b, 0)
        z = nd.zeros((x.shape[0], b.shape[0]), ctx=x.context, dtype=x.dtype)
        nd.dot(x, W, out=z)
        z += b
        return nd.relu(z)
