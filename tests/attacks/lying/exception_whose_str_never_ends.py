"""The message of its exception never ends."""

from mxnet import nd


class Bad(Exception):
    def __str__(self):
        while True:
            pass

    __repr__ = __str__


def softmax(X):
    if X.shape == (4, 10):
        raise Bad
    return X
