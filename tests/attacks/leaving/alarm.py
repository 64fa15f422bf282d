"""An alarm that ends the process while it answers."""

import signal

from mxnet import nd


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)

signal.setitimer(signal.ITIMER_REAL, 0.004)
