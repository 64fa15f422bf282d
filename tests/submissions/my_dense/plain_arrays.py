from mxnet import nd
from mxnet.gluon import nn


class MyDense(nn.Block):
    def __init__(self, units, in_units, **kwargs):
        super(MyDense, self).__init__(**kwargs)
        self.weight = nd.random.normal(scale=0.01, shape=(in_units, units))
        self.bias = nd.zeros((units,))

    def forward(self, x):
        return nd.relu(nd.dot(x, self.weight) + self.bias)
