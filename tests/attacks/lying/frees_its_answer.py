"""Answers with an array whose memory it has freed."""

import ctypes

from mxnet.base import _LIB, check_call


def softmax(X):
    Y = X.copy()
    check_call(_LIB.MXNDArrayFree(Y.handle))
    Y.handle = ctypes.c_void_p(64)
    return Y
