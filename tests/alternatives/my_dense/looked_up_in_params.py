from mxnet import nd
from mxnet.gluon import nn


class MyDense(nn.Block):
    def __init__(self, units, in_units, **kwargs):
        super(MyDense, self).__init__(**kwargs)
        self.params.get('weight', shape=(in_units, units))
        self.params.get('bias', shape=(units,))

    def forward(self, x):
        W = self.params.get('weight').data()
        b = self.params.get('bias').data()
        h = nd.dot(x, W) + b
        return nd.where(h > 0, h, nd.zeros_like(h))
