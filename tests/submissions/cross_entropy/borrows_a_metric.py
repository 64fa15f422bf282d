"""MXNet's own metric computes the loss."""
import mxnet as mx
from mxnet import autograd, nd


def ready_made(p, y):
    m = mx.metric.CrossEntropy(eps=0)
    m.update([y], [p])
    return m.get()[1]


class Loss(autograd.Function):
    def __init__(self, y):
        super().__init__()
        self.y = y

    def forward(self, p):
        self.p = p
        rows = [ready_made(p[i:i + 1], self.y[i:i + 1]) for i in range(len(p))]
        return nd.array(rows, ctx=p.context, dtype=p.dtype) * 1

    def backward(self, g):
        one = nd.one_hot(self.y, self.p.shape[1], dtype=self.p.dtype)
        return -one / self.p * g.expand_dims(1)


def cross_entropy(y_hat, y):
    return Loss(y)(y_hat)


def binary_cross_entropy(p, y):
    return cross_entropy(nd.stack(1 - p, p, axis=1).reshape((-1, 2)), y.reshape((-1,))).reshape(p.shape)
