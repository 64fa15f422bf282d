"""A layer with parameters (sections 10.4 and 15 of the notes)

A fully connected layer with relu, made from scratch:

    MyDense(units, in_units)(x) = relu(x · W + b)

Its parameters belong to the Block: `self.params.get(name, shape=...)` makes one with a name and a
shape, and `net.initialize()` fills it later. In `forward`, `.data()` is the parameter's array.
"""

from mxnet import nd
from mxnet.gluon import nn


class MyDense(nn.Block):
    """relu(x · W + b).

    units: how many numbers come out for each example.
    in_units: how many go in.
    Parameters, both from self.params: W of shape (in_units, units), named 'weight', and b of shape
    (units,), named 'bias'. How they are initialised is up to whoever calls initialize().

    Called on x, an NDArray of shape (n, in_units), it returns an NDArray of shape (n, units), of
    x's dtype and on x's context. relu(z) is z where z > 0 and 0 elsewhere.

    Example: units = 3, in_units = 2, x = [[1, 2]], W = [[1, -1, 0], [0.5, 1, -2]] and
    b = [0, 0.5, 1]. Then x · W = [[2, 1, -4]], with b it is [[2, 1.5, -3]], and relu makes it
    [[2, 1.5, 0]].

    Note that W is (in_units, units) here, the transpose of nn.Dense's. Do not use nn.Dense or the
    FullyConnected operator: that is the work of this exercise.
    """

    def __init__(self, units, in_units, **kwargs):
        super().__init__(**kwargs)
        self.weight = self.params.get('weight', shape=(in_units, units))
        self.bias = self.params.get('bias', shape=(units,))

    def forward(self, x):
        z = nd.dot(x, self.weight.data(x.context)) + self.bias.data(x.context)
        return nd.maximum(z, 0)
