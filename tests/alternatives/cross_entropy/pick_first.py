from mxnet import nd


def binary_cross_entropy(y_hat, y):
    return -(y * nd.log(y_hat) + (1 - y) * nd.log(1 - y_hat))


def cross_entropy(y_hat, y):
    return -nd.pick(y_hat, y).log()
