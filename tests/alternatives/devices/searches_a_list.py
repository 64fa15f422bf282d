"""A list of all GPUs, in which the right one is looked for by kind and number."""

import mxnet as mx


def try_all_gpus():
    return [mx.gpu(k) for k in range(mx.context.num_gpus())] or [mx.cpu()]


def try_gpu(i=0):
    for ctx in try_all_gpus():
        if ctx.device_type == "gpu" and ctx.device_id == i:
            return ctx
    return mx.cpu()


def to_device(x, ctx):
    return x.as_in_context(ctx)


def initialize_on(net, ctx):
    net.initialize(ctx=ctx)
