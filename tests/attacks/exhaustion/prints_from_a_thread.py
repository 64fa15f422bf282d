"""A thread floods the output while the stub answers."""

import threading

from mxnet import nd


def chatter():
    while True:
        print('tick ' * 100)


threading.Thread(target=chatter, daemon=True).start()


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
