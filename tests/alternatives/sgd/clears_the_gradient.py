from mxnet import nd


def sgd(params, lr, batch_size, **kwargs):
    """Update, then clear the gradients, as in PyTorch."""
    for param in params:
        param[:] = param - lr * param.grad / batch_size
    for param in params:
        param.grad[:] = 0
