"""A GPU is there if it says how much memory it has."""

import mxnet as mx
from mxnet.runtime import Features


def try_gpu(i=0):
    if not Features().is_enabled("CUDA"):
        return mx.cpu()
    try:
        _, total = mx.context.gpu_memory_info(i)
    except mx.MXNetError:
        return mx.cpu()
    return mx.gpu(i) if total else mx.cpu()


def to_device(x, ctx):
    return x if x.context == ctx else x.copyto(ctx)


def initialize_on(net, ctx):
    with mx.Context(ctx):
        net.initialize(mx.init.Xavier(), ctx=mx.current_context())
