from mxnet import autograd


def sgd(params, lr, batch_size):
    with autograd.pause():
        for param in params:
            grad = param.grad.copy()
            grad /= batch_size
            grad *= lr
            param -= grad
