"""A thread goes on printing while the stub answers."""

import threading
import time

from mxnet import nd


def chatter():
    while True:
        print('tick ' * 100)
        time.sleep(0.001)


threading.Thread(target=chatter, daemon=True).start()


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
