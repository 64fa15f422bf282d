from mxnet import nd as F


def binary_cross_entropy(y_hat, y):
    p = y * y_hat + (1 - y) * (1 - y_hat)      # probability of what is true
    return 0 - F.log(p)


def cross_entropy(y_hat, y):
    log_p = F.log(y_hat)
    return F.negative(F.pick(log_p, y, axis=-1))
