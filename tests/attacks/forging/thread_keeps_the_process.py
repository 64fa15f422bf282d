"""A thread that is no daemon and never ends."""

import threading
import time

from mxnet import nd

threading.Thread(target=time.sleep, args=(1000,)).start()


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
