from mxnet import nd
from mxnet.gluon import nn


class GCNLayer(nn.Block):
    def __init__(self, units, in_units=0, **kwargs):
        super(GCNLayer, self).__init__(**kwargs)
        self.units = units
        with self.name_scope():
            self.weight = self.params.get('weight', shape=(in_units, units),
                                          allow_deferred_init=True)

    def forward(self, A, X):
        if self.weight._data is None:
            self.weight.shape = (X.shape[-1], self.units)
            self.weight._finish_deferred_init()
        A_hat = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)  # 加上自环
        D = A_hat.sum(axis=0)
        D_inv = nd.diag(D ** -0.5)
        A_norm = nd.dot(nd.dot(D_inv, A_hat), D_inv)
        return nd.relu(nd.dot(nd.dot(A_norm, X), self.weight.data()))


gcn1 = GCNLayer(256)
gcn1.initialize()
A = nd.array([[0, 1], [1, 0]])
print(gcn1(A, nd.ones((2, 4))))
