import mxnet as mx


def try_gpu(i=0):
    try:
        mx.nd.ones((2, 2), ctx=mx.gpu(i)).asnumpy()
        return mx.gpu(i)
    except Exception as e:
        print(e)
        return mx.cpu(0)


def to_device(x, ctx):
    return x.as_in_context(ctx)


def initialize_on(net, ctx):
    with ctx:
        net.initialize(force_reinit=True)
    net.hybridize()
