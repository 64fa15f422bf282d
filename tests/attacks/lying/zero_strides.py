"""A numpy array of 10^12 elements that are one and the same."""

import numpy as np


def softmax(X):
    return np.lib.stride_tricks.as_strided(np.zeros(1, np.float32), (10**6, 10**6), (0, 0))
