from mxnet import autograd, nd
from scipy.special import softmax as ready


class Softmax(autograd.Function):
    def forward(self, X):
        self.P = nd.array(ready(X.asnumpy(), axis=1), ctx=X.context, dtype=X.dtype)
        return self.P

    def backward(self, h):
        return self.P * (h - (h * self.P).sum(axis=1, keepdims=True))


def softmax(X):
    return Softmax()(X) * 1
