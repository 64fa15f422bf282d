from mxnet import nd
from mxnet.gluon import nn


class MyDense(nn.Block):
    def __init__(self, n_out, n_in, prefix=None, params=None):
        super().__init__(prefix=prefix, params=params)
        self._out, self._in = n_out, n_in
        self.b = self.params.get('bias', shape=(n_out,))
        self.W = self.params.get('weight', shape=(n_in, n_out))

    def __repr__(self):
        return f'MyDense({self._in} -> {self._out}, relu)'

    def forward(self, x):
        z = nd.linalg.gemm2(x, self.W.data()) + self.b.data()
        return z * (z > 0)
