"""Ctypes.string_at(0)."""

import ctypes

from mxnet import nd


def softmax(X):
    ctypes.string_at(0)
