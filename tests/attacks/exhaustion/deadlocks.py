"""Waits for a lock that it holds."""

import threading

from mxnet import nd

lock = threading.Lock()


def softmax(X):
    if X.shape == (4, 10):
        with lock, lock:
            return X
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
