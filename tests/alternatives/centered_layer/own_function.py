from mxnet import autograd
from mxnet.gluon import nn


class Center(autograd.Function):
    def forward(self, x):
        return x - x.mean()

    def backward(self, dy):
        return dy - dy.mean()


class CenteredLayer(nn.Block):
    def forward(self, x):
        return Center()(x)
