from functools import lru_cache

import mxnet as mx


@lru_cache(maxsize=None)
def all_gpus():
    return {k: mx.gpu(k) for k in range(mx.context.num_gpus())}


def try_gpu(i=0):
    return all_gpus().get(i, mx.cpu())


def to_device(x, ctx):
    if (x.context.device_type, x.context.device_id) == (ctx.device_type, ctx.device_id):
        return x
    y = mx.nd.empty(x.shape, ctx=ctx, dtype=x.dtype)
    x.copyto(y)
    return y


def initialize_on(net, ctx):
    net.apply(lambda block: [p.initialize(ctx=ctx, force_reinit=True) for p in block.params.values()])
    return net
