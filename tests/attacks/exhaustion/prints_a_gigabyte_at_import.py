"""Floods while it is imported."""

import sys

from mxnet import nd

while True:
    sys.stderr.write('loading\n' * 1000)


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
