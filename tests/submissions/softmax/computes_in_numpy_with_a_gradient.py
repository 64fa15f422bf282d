import numpy as np
from mxnet import autograd, nd


class Function(autograd.Function):
    def forward(self, X):
        x = X.asnumpy()
        e = np.exp(x - x.max(axis=1, keepdims=True))
        self.p = e / e.sum(axis=1, keepdims=True)
        return nd.array(self.p, ctx=X.context, dtype=X.dtype)

    def backward(self, head):
        h = head.asnumpy()
        grad = self.p * (h - (h * self.p).sum(axis=1, keepdims=True))
        return nd.array(grad, ctx=head.context, dtype=head.dtype)


def softmax(X):
    return Function()(X)
