from mxnet import nd
import numpy as np


def train_valid_split(X, y, valid_fraction):
    n = X.shape[0]
    n_train = n - int(np.round(n * valid_fraction))
    X_train = nd.slice_axis(X, axis=0, begin=0, end=n_train)
    X_valid = nd.slice_axis(X, axis=0, begin=n_train, end=None)
    y_train = nd.slice_axis(y, axis=0, begin=0, end=n_train)
    y_valid = nd.slice_axis(y, axis=0, begin=n_train, end=None)
    return X_train, y_train, X_valid, y_valid


def k_fold(k, i, X, y):
    m = X.shape[0] // k * k
    Xs = nd.split(X[:m], num_outputs=k, axis=0)
    ys = nd.split(y[:m], num_outputs=k, axis=0)
    others = [j for j in range(k) if j != i]
    return (nd.concatenate([Xs[j] for j in others], axis=0),
            nd.concatenate([ys[j] for j in others], axis=0),
            Xs[i], ys[i])
