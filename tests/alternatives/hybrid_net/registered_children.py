from mxnet import gluon
from mxnet.gluon import nn


class HybridNet(gluon.HybridBlock):
    def __init__(self, prefix=None, params=None):
        super().__init__(prefix=prefix, params=params)
        self.output = nn.Dense(2)
        self.hidden = nn.Dense(10)
        self._layers = [self.hidden, self.output]
        for layer in self._layers:
            self.register_child(layer)

    def hybrid_forward(self, F, x):
        first, second = self._layers
        return second(F.Activation(first(x), act_type='relu'))
