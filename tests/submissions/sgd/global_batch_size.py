BATCH_SIZE = 10
LR = 0.03


def sgd(params, lr, batch_size):
    for param in params:
        param[:] = param - LR * param.grad / BATCH_SIZE
