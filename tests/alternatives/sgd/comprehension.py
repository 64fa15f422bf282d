from mxnet import nd


def _update(p, scale):
    p[:] = nd.broadcast_sub(p, nd.broadcast_mul(p.grad, nd.full((1,), scale, ctx=p.context, dtype=p.dtype).reshape((1,) * p.ndim)))


def sgd(params, lr, batch_size): [_update(p, lr / batch_size) for p in params]
