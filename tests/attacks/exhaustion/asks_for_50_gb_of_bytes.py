"""50 GB of bytes."""

from mxnet import nd


def softmax(X):
    big = b'x' * 50_000_000_000
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
