import mxnet as mx


class CenteredLayer(mx.gluon.nn.Block):
    def __init__(self, prefix=None, params=None):
        super().__init__(prefix=prefix, params=params)

    def forward(self, x, *args):
        count = 1
        for s in x.shape:
            count *= s
        total = mx.nd.sum(x)
        return mx.nd.broadcast_minus(x, total / count)
