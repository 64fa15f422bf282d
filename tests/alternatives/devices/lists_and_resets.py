import warnings

import mxnet as mx
from mxnet.test_utils import list_gpus


def try_gpu(i=0):
    return mx.Context("gpu", i) if i in list(list_gpus()) else mx.Context("cpu", 0)


def to_device(x, ctx):
    return x if x.ctx == ctx else mx.nd.array(x, ctx=ctx, dtype=x.dtype)


def initialize_on(net, ctx):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        net.initialize()
    net.collect_params().reset_ctx(ctx)
