from mxnet import nd


def sgd(params, lr, batch_size):
    for param in params:
        param[:] = param - lr * nd.sign(param.grad) / batch_size
