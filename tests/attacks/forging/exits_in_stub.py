"""Os._exit(0) in the stub."""

import os

from mxnet import nd


def softmax(X):
    E = nd.exp(X)
    os._exit(0)
