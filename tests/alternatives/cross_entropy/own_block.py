# HybridBlock by hand, not hybridised
from mxnet import nd
from mxnet.gluon import nn


class CE(nn.HybridBlock):
    def hybrid_forward(self, F, y_hat, y):
        return -F.log(F.pick(y_hat, y, axis=-1))


_ce = CE()


def binary_cross_entropy(y_hat, y):
    return -nd.log(y * y_hat + (1 - y) * (1 - y_hat))


def cross_entropy(y_hat, y):
    return _ce(y_hat, y)
