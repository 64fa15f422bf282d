"""Writes over its own memory."""

import ctypes

from mxnet import nd


def softmax(X):
    block = ctypes.create_string_buffer(16)
    ctypes.memset(block, 0x41, 2**20)
    return X
