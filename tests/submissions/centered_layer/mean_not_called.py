from mxnet.gluon import nn


class CenteredLayer(nn.Block):
    def forward(self, x):
        return x - x.mean
