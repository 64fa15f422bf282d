import mxnet as mx

def try_gpu(i=0):
    if mx.context.num_gpus() > i:
        return mx.Context('gpu', i)
    return mx.Context('cpu', 0)

def to_device(x, ctx):
    return x.as_in_context(ctx)

def initialize_on(net, ctx):
    with ctx:
        net.initialize()
