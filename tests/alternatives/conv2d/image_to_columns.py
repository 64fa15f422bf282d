from mxnet import nd
from mxnet.gluon import nn
def corr2d(X, K):
    h, w = X.shape
    kh, kw = K.shape
    cols = nd.im2col(X.reshape((1, 1, h, w)), kernel=(kh, kw), stride=(1, 1), pad=(0, 0), dilate=(1, 1))
    Y = nd.dot(K.reshape((1, -1)), cols[0])
    return Y.reshape((h - kh + 1, w - kw + 1))
class Conv2D(nn.Block):
    def __init__(self, kernel_size, **kwargs):
        super().__init__(**kwargs)
        kh, kw = kernel_size
        self.weight = self.params.get('weight', shape=(kh, kw))
        self.bias = self.params.get('bias', shape=(1,))
    def forward(self, X):
        return corr2d(X, self.weight.data()) + self.bias.data()
