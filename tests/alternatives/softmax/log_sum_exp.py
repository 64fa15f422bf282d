"""Softmax by way of the log-sum-exp."""

from mxnet import nd


def logsumexp(X):
    m = X.max(axis=1, keepdims=True)
    return m + nd.log(nd.sum(nd.exp(X - m), axis=1, keepdims=True))


def softmax(X):
    return nd.exp(X - logsumexp(X))
