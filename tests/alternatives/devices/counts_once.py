import mxnet as mx

GPUS = [mx.gpu(i) for i in range(mx.context.num_gpus())]
CPU = mx.cpu()


def try_gpu(i=0):
    return GPUS[i] if i < len(GPUS) else CPU


def to_device(x, ctx):
    return x if x.context == ctx else x.as_in_context(ctx)


def initialize_on(net, ctx):
    net.collect_params().initialize(ctx=ctx)
