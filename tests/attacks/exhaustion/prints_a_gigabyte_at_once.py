"""One print of a gigabyte."""

from mxnet import nd


def softmax(X):
    if X.shape == (4, 10):
        print('x' * 2**30)
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
