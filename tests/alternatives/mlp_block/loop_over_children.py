from mxnet.gluon import nn


class MLP(nn.Block):
    def __init__(self, prefix=None, params=None):
        super().__init__(prefix=prefix, params=params)
        for name, layer in [("hidden", nn.Dense(256, "relu")), ("output", nn.Dense(10))]:
            setattr(self, name, layer)

    def forward(self, x):
        for child in self._children.values():
            x = child(x)
        return x
