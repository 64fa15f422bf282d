import mxnet as mx


class GCNLayer(mx.gluon.nn.Block):
    def __init__(self, n_out):
        super().__init__()
        self.n_out = n_out
        self.ready = False
        self.weight = self.params.get("weight", shape=(0, n_out), allow_deferred_init=True)

    def normalised(self, adjacency):
        n = len(adjacency)
        loops = mx.nd.one_hot(mx.nd.arange(n, ctx=adjacency.context), n, dtype=adjacency.dtype)
        adjacency = adjacency + loops
        degree = mx.nd.sum(adjacency, axis=1)
        return adjacency * mx.nd.rsqrt(mx.nd.dot(degree.expand_dims(1), degree.expand_dims(0)))

    def forward(self, adjacency, features):
        if not self.ready:
            self.weight.shape = (features.shape[1], self.n_out)
            self.weight.initialize(mx.init.Xavier(), ctx=features.context)
            self.ready = True
        print(features.shape)
        z = mx.nd.dot(self.normalised(adjacency), mx.nd.dot(features, self.weight.data()))
        return mx.nd.maximum(z, 0)
