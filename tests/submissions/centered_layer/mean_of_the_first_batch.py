from mxnet.gluon import nn


class CenteredLayer(nn.Block):
    mean = None

    def forward(self, x):
        if CenteredLayer.mean is None:
            CenteredLayer.mean = x.mean().asscalar()
        return x - CenteredLayer.mean
