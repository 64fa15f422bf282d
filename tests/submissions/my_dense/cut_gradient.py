from mxnet import nd
from mxnet.gluon import nn


class MyDense(nn.Block):
    def __init__(self, units, in_units, **kwargs):
        super(MyDense, self).__init__(**kwargs)
        self.weight = self.params.get('weight', shape=(in_units, units))
        self.bias = self.params.get('bias', shape=(units,))

    def forward(self, x):
        W = nd.array(self.weight.data().asnumpy(), ctx=x.context, dtype=x.dtype)
        b = nd.array(self.bias.data().asnumpy(), ctx=x.context, dtype=x.dtype)
        return nd.relu(nd.dot(x, W) + b)
