from mxnet import nd
from mxnet.gluon import nn


class MyDense(nn.Block):
    def __init__(self, units, in_units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.weight = self.params.get('weight', shape=(in_units, units))
        self.bias = self.params.get('bias', shape=(units,))

    def forward(self, x):
        z = nd.FullyConnected(x, self.weight.data().T, self.bias.data(), num_hidden=self.units)
        return nd.relu(z)
