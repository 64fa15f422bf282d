from mxnet import nd
from mxnet.gluon import nn, HybridBlock
def corr2d(X, K):
    kh, kw = K.shape
    oh, ow = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    # 先沿着列移动,再沿着行移动
    Y = nd.zeros((oh, ow), X.context, X.dtype)
    for a in range(kh):
        for b in range(kw):
            Y[:] += K[a, b].asscalar() * X[a:a + oh, b:b + ow]
    return Y
class Conv2D(nn.Block):
    """二维卷积层"""
    def __init__(self, kernel_size, **kwargs):
        super().__init__(**kwargs)
        for n, s in {'weight': kernel_size, 'bias': (1,)}.items():
            setattr(self, n, self.params.get(n, shape=s))
    def forward(self, x):
        return corr2d(x, K=self.weight.data()) + self.bias.data()
