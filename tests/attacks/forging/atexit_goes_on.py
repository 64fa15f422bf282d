"""Atexit, a weakref and a __del__ that never come back."""

import atexit
import threading
import time
import weakref

from mxnet import nd


class Owner:
    def __del__(self):
        time.sleep(1000)


owner = Owner()
weakref.finalize(owner, time.sleep, 1000)
atexit.register(time.sleep, 1000)
threading._register_atexit(time.sleep, 1000)


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
