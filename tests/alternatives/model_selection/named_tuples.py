"""The four arrays come with names, in a NamedTuple."""

from typing import NamedTuple

from mxnet import nd


class Data(NamedTuple):
    X_train: nd.NDArray
    y_train: nd.NDArray
    X_valid: nd.NDArray
    y_valid: nd.NDArray


def train_valid_split(X, y, valid_fraction):
    m = round(X.shape[0] * valid_fraction)
    return Data(X[:-m], y[:-m], X_valid=X[-m:], y_valid=y[-m:])


def k_fold(k, i, X, y):
    size = X.shape[0] // k

    def fold(array, j):
        return array[j * size : (j + 1) * size]

    def others(array):
        return nd.concatenate([fold(array, j) for j in range(k) if j != i])

    return Data(others(X), others(y), fold(X, i), fold(y, i))
