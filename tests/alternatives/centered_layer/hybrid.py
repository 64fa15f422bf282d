from mxnet.gluon import nn


class CenteredLayer(nn.HybridBlock):
    def __init__(self, **kwargs):
        super(CenteredLayer, self).__init__(**kwargs)

    def hybrid_forward(self, F, x):
        return F.broadcast_sub(x, F.mean(x))
