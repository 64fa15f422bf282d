"""Rows by X[a:b, :], as it stands in the book's k-fold code."""

from mxnet import nd


def train_valid_split(X, y, valid_fraction):
    n = X.shape[0]
    n_train = n - round(n * valid_fraction)
    return X[:n_train, :], y[:n_train], X[n_train:, :], y[n_train:]


def k_fold(k, i, X, y):
    size = X.shape[0] // k
    start, stop, end = i * size, (i + 1) * size, k * size
    if i == 0:
        X_train, y_train = X[stop:end, :], y[stop:end]
    elif i == k - 1:
        X_train, y_train = X[:start, :], y[:start]
    else:
        X_train = nd.concat(X[:start, :], X[stop:end, :], dim=0)
        y_train = nd.concat(y[:start], y[stop:end], dim=0)
    return X_train, y_train, X[start:stop, :], y[start:stop]
