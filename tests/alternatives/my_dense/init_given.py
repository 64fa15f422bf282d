from mxnet import init, nd
from mxnet.gluon import nn


class MyDense(nn.Block):
    """relu(x·W + b)"""

    def __init__(self, units, in_units, **kwargs):
        super(MyDense, self).__init__(**kwargs)
        with self.name_scope():
            self.weight = self.params.get('weight', shape=(in_units, units), init=init.Normal(0.01))
            self.bias = self.params.get('bias', shape=(units,), init=init.Zero(), allow_deferred_init=True)

    def forward(self, x):
        ctx = x.context
        return nd.maximum(nd.dot(x, self.weight.data(ctx)) + self.bias.data(ctx), 0)
