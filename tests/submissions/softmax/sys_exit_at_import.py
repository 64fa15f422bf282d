import sys

from mxnet import nd


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)

if softmax(nd.ones((1, 2))) is not None:
    sys.exit(0)
