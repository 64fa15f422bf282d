from mxnet import nd


def polynomial_decay(lr, t, alpha):
    """returns an ordinary float"""
    return float((nd.array([t], dtype='float64') ** alpha * lr).asscalar())


def exponential_decay(lr, t, alpha):
    return float((alpha ** nd.array([t], dtype='float64') * lr).asscalar())


def is_bad(loss):
    return str(float(loss)) in ('nan', 'inf', '-inf')


def find_stable_lr(train, lr, factor=0.1, max_tries=10):
    for _ in range(max_tries):
        if not is_bad(train(lr)):
            break
        lr *= factor
    else:
        raise ValueError('no stable learning rate')
    return lr
