from mxnet import gluon, nd
from mxnet.gluon import nn


class MyDense(nn.Block):
    def __init__(self, units, in_units, **kwargs):
        super(MyDense, self).__init__(**kwargs)
        self._own = {
            'weight': gluon.Parameter('weight', shape=(in_units, units)),
            'bias': gluon.Parameter('bias', shape=(units,)),
        }
        for parameter in self._own.values():
            parameter.initialize()

    def forward(self, x):
        return nd.relu(nd.dot(x, self._own['weight'].data()) + self._own['bias'].data())
