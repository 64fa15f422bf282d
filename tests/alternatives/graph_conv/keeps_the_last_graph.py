from mxnet import nd
from mxnet.gluon import nn


class GCNLayer(nn.Block):
    """Normalises again only when the numbers of A are others than in the last call."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)
        self.last = None

    def forward(self, A, X):
        if self.weight.shape[0] == 0:
            self.weight.shape = (X.shape[1], self.units)
            self.weight._finish_deferred_init()
        now = (A.dtype, A.shape, A.asnumpy().tobytes(), A.context)
        if self.last != now:
            loops = A + nd.eye(len(A), ctx=A.context, dtype=A.dtype)
            d = loops.sum(axis=1) ** -0.5
            self.scaled = nd.dot(nd.dot(nd.diag(d), loops), nd.diag(d))
            self.last = now
        return nd.relu(nd.dot(nd.dot(self.scaled, X), self.weight.data()))
