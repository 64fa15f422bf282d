from mxnet import nd

nd.NDArray.grad = property(lambda self: nd.zeros_like(self))


def sgd(params, lr, batch_size):
    for param in params:
        param[:] = param - lr * param.grad / batch_size
