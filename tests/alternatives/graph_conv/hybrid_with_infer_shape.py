from mxnet.gluon import nn


class GCNLayer(nn.HybridBlock):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self._units = units
        self.act = nn.Activation('relu')
        self.weight = self.params.get('weight', shape=(0, units), allow_deferred_init=True)

    def infer_shape(self, A, X):
        self.weight.shape = (X.shape[1], self._units)

    def hybrid_forward(self, F, A, X, weight):
        root = F.sqrt(F.sum(A, axis=1, keepdims=True) + 1)
        # (A + I) S = A S + S, without ever making I
        S = F.broadcast_div(F.dot(X, weight), root)
        return self.act(F.broadcast_div(F.dot(A, S) + S, root))
