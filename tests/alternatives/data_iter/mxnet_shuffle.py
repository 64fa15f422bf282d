import mxnet as mx
from mxnet import nd


def data_iter(batch_size, X, Y):
    """With MXNet's own shuffle."""
    idx = nd.random.shuffle(nd.arange(X.shape[0], ctx=X.context))
    X, Y = nd.take(X, idx), nd.take(Y, idx)
    n = X.shape[0]
    return ((X[i:i + batch_size], Y[i:i + batch_size]) for i in range(0, n, batch_size))


def iterations_per_epoch(n, b):
    return -(-n // b)


def num_updates(n, b, e):
    return -(-n // b) * e
