import mxnet as mx
from mxnet import nd


def try_gpu(i=0):
    try:
        ctx = mx.gpu(i)
        _ = nd.zeros((1,), ctx=ctx)
    except mx.base.MXNetError:
        ctx = mx.cpu()
    return ctx


def to_device(x, ctx):
    return x.as_in_context(ctx)


def initialize_on(net, ctx):
    net.initialize(ctx=ctx)
