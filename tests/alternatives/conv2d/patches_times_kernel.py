from mxnet import nd
from mxnet.gluon import nn


def _patches(X, kh, kw):
    h, w = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    shifted = [X[a:a + h, b:b + w].reshape((1, -1)) for a in range(kh) for b in range(kw)]
    return nd.concat(*shifted, dim=0), (h, w)


def corr2d(X, K):
    patches, shape = _patches(X, *K.shape)
    return nd.dot(K.reshape((1, -1)), patches).reshape(shape)


class Conv2D(nn.HybridBlock):
    def __init__(self, kernel_size, bias_initializer='zeros', **kwargs):
        super(Conv2D, self).__init__(**kwargs)
        self.weight = self.params.get('weight', shape=kernel_size, allow_deferred_init=True)
        self.bias = self.params.get('bias', shape=(1), init=bias_initializer)

    def hybrid_forward(self, F, x, weight, bias):
        return F.broadcast_add(corr2d(x, weight), bias)
