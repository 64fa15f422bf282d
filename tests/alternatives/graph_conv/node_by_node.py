from mxnet import nd, gluon


class GCNLayer(gluon.Block):
    def __init__(self, units, **kwargs):
        super(GCNLayer, self).__init__(**kwargs)
        self.weight = self.params.get('weight', shape=(0, units), allow_deferred_init=True)

    def forward(self, A, X):
        try:
            W = self.weight.data()
        except gluon.parameter.DeferredInitializationError:
            self.weight.shape = (X.shape[1],) + self.weight.shape[1:]
            self.weight._finish_deferred_init()
            W = self.weight.data()
        H = nd.dot(X, W)
        degrees = A.sum(axis=1) + 1
        rows = []
        for i in range(A.shape[0]):
            coefficients = A[i] / nd.sqrt(degrees * degrees[i])
            rows.append(nd.dot(coefficients.reshape((1, -1)), H) + H[i:i + 1] / degrees[i])
        return nd.concat(*rows, dim=0).relu()
