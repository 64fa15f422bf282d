import math
from mxnet import nd, autograd

eps = 1e-12


def binary_cross_entropy(output, label):
    return - label * nd.log(output + eps) - (1. - label) * nd.log(1. - output + eps)


def cross_entropy(yhat, y):
    """kaggle style, with an epsilon that does no harm"""
    rows = nd.arange(yhat.shape[0], ctx=yhat.context)
    picked = nd.gather_nd(yhat, nd.stack(rows, y.astype('float32')))
    return nd.log(1 / (picked + eps))
