import ctypes

from mxnet import nd


def softmax(X):
    return nd.NDArray(ctypes.c_void_p(0xDEAD))
