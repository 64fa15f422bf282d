from mxnet import nd

eps = 1e-8  # 防止 log(0)


def binary_cross_entropy(y_hat, y):
    return -(y * nd.log(y_hat + eps) + (1 - y) * nd.log(1 - y_hat + eps))


def cross_entropy(y_hat, y):
    return -nd.log(nd.pick(y_hat, y) + eps)
