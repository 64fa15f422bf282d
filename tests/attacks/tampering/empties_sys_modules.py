"""Throws away every module."""

import sys

from mxnet import nd

for name in list(sys.modules):
    if name not in ('sys', 'builtins'):
        sys.modules[name] = None


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
