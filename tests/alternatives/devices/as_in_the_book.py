import mxnet as mx
from mxnet import init, nd
from mxnet.gluon import nn


def try_gpu(i=0):
    """If GPU is available, return mx.gpu(i); else return mx.cpu()."""
    try:
        ctx = mx.gpu(i)
        _ = nd.array([0], ctx=ctx)
    except mx.base.MXNetError:
        ctx = mx.cpu()
    return ctx


def to_device(x, ctx):
    if x.context == ctx:
        return x
    return x.copyto(ctx)


def initialize_on(net, ctx):
    net.initialize(init.Normal(sigma=0.01), ctx=ctx, force_reinit=True)


net = nn.Sequential()
net.add(nn.Dense(1))
initialize_on(net, try_gpu())
x = to_device(nd.random.uniform(shape=(2, 8)), try_gpu())
print(net(x))
a = nd.array([1, 2, 3], ctx=mx.gpu())
