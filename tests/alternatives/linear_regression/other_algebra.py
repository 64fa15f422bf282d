import mxnet as mx
from mxnet import nd


def linreg(data, weight, bias):
    # 广播
    product = nd.broadcast_mul(data, weight.T)
    out = product.sum(axis=1, keepdims=True)
    return nd.broadcast_add(out, bias.reshape((1, 1)))


def squared_loss(output, label):
    diff = output - nd.reshape_like(label, output)
    return 0.5 * nd.square(diff)
