def sgd(params, lr, batch_size):
    for w in params:
        w[()] = w - (lr / batch_size) * w.grad
