def sgd(params, lr, batch_size):
    if lr <= 0: raise ValueError('lr must be positive')
    if not params: raise ValueError('no parameters')
    for p in params:
        p[:] -= lr * p.grad / batch_size
