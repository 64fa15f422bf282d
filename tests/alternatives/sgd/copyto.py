def sgd(params, lr, batch_size):
    for param in params:
        new = param - lr * (param.grad / batch_size)
        new.copyto(param)
