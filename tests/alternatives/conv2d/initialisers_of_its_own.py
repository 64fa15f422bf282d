from mxnet import init, nd
from mxnet.gluon import nn


def corr2d(X, K):
    kh, kw = K.shape
    rows = []
    for i in range(X.shape[0] - kh + 1):
        row = [(X[i:i + kh, j:j + kw] * K).sum() for j in range(X.shape[1] - kw + 1)]
        rows.append(nd.concat(*row, dim=0))
    return nd.stack(*rows)


class Conv2D(nn.Block):
    def __init__(self, kernel_size, **kwargs):
        super().__init__(**kwargs)
        self.weight = self.params.get('weight', shape=kernel_size, init=init.Normal(0.1))
        self.bias = self.params.get('bias', shape=(1,), init='zeros', lr_mult=2)

    def forward(self, x):
        return corr2d(x, self.weight.data()) + self.bias.data()
