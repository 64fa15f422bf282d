"""The stub returns twice, in two processes."""

import os

from mxnet import nd


def softmax(X):
    os.fork()
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
