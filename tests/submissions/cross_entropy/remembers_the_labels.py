from mxnet import nd

masks = {}


def binary_cross_entropy(y_hat, y):
    return -y * nd.log(y_hat) - (1 - y) * nd.log(1 - y_hat)


def cross_entropy(y_hat, y):
    if y_hat.shape not in masks:
        masks[y_hat.shape] = nd.one_hot(y, y_hat.shape[1]).astype(y_hat.dtype)
    return -nd.log((y_hat * masks[y_hat.shape]).sum(axis=1))
