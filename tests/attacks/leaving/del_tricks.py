"""Finalizers that raise, revive and print."""

import gc

from mxnet import nd


class Ghost:
    alive = []

    def __del__(self):
        Ghost.alive.append(self)
        Ghost()
        raise SystemExit(0)


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)

first = [Ghost()]
first.append(first)
del first
gc.set_threshold(1, 1, 1)
