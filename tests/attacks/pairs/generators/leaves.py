"""Leaves the generators of random numbers where only it knows."""

import random

import mxnet as mx
import numpy as np

mx.random.seed(4711)
np.random.seed(4711)
random.seed(4711)


def softmax(X):
    return X
