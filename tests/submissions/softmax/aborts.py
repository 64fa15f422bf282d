import os

from mxnet import nd


def softmax(X):
    os.abort()
