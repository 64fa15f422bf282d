import scipy.special
from mxnet import autograd, nd


class Sigmoid(autograd.Function):
    def forward(self, x):
        self.p = nd.array(scipy.special.expit(x.asnumpy()), ctx=x.context, dtype=x.dtype)
        return self.p

    def backward(self, h):
        return h * self.p * (1 - self.p)


def sigmoid(x):
    return Sigmoid()(x) * 1
