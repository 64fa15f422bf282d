import sys


def sgd(params, lr, batch_size):
    for i, param in enumerate(params):
        print('before', i, param, file=sys.stderr)
        update = -lr * param.grad / batch_size
        param += update
        print('after', i, param)
    return None
