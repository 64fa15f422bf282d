from mxnet import nd
from mxnet.gluon import nn


def corr2d(X, K):
    from scipy.signal import correlate2d

    Y = correlate2d(X.asnumpy(), K.asnumpy(), "valid")
    return nd.array(Y, ctx=X.context, dtype=X.dtype) + 0


class Conv2D(nn.Block):
    def __init__(self, kernel_size, **kwargs):
        super().__init__(**kwargs)
        self.weight = self.params.get("weight", shape=kernel_size)
        self.bias = self.params.get("bias", shape=(1,))

    def forward(self, x):
        return corr2d(x, self.weight.data()) + self.bias.data()
