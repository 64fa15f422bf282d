"""Blocks every signal in every thread, then sleeps."""

import signal
import time

from mxnet import nd

signal.pthread_sigmask(signal.SIG_BLOCK, range(1, signal.NSIG))


def softmax(X):
    if X.shape == (4, 10):
        time.sleep(3600)
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
