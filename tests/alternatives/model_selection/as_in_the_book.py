from mxnet import nd


def train_valid_split(X, y, valid_fraction):
    n = X.shape[0]
    n_valid = int(round(n * valid_fraction))
    return X[:-n_valid], y[:-n_valid], X[-n_valid:], y[-n_valid:]


def k_fold(k, i, X, y):
    assert k > 1
    fold_size = X.shape[0] // k
    X_train, y_train = None, None
    for j in range(k):
        idx = slice(j * fold_size, (j + 1) * fold_size)
        X_part, y_part = X[idx, :], y[idx]
        if j == i:
            X_valid, y_valid = X_part, y_part
        elif X_train is None:
            X_train, y_train = X_part, y_part
        else:
            X_train = nd.concat(X_train, X_part, dim=0)
            y_train = nd.concat(y_train, y_part, dim=0)
    return X_train, y_train, X_valid, y_valid
