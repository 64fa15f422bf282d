from mxnet import init, nd
from mxnet.gluon import nn


class GCNLayer(nn.Block):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        # Glorot's, as in the paper
        self.weight = self.params.get('weight', shape=(0, units), init=init.Xavier(), allow_deferred_init=True)

    def forward(self, A, X):
        if 0 in self.weight.shape:
            self.weight.shape = (X.shape[-1], self.units)
            self.weight._finish_deferred_init()
        A = A + nd.diag(nd.ones(len(A), ctx=A.context, dtype=A.dtype))
        D = nd.diag(nd.rsqrt(nd.sum(A, axis=1)))
        A = nd.dot(nd.dot(D, A), D)
        return nd.dot(nd.dot(A, X), self.weight.data()).relu()
