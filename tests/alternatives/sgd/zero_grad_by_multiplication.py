import mxnet as mx


def zero_grad(p):
    grad = p.grad
    grad *= 0


def step(p, eta, n):
    g = p.grad
    mx.nd.elemwise_sub(p, g * eta / n, out=p)


def sgd(params, lr, batch_size):
    for p in params:
        step(p, lr, batch_size)
        zero_grad(p)
