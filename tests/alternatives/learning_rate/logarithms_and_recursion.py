from math import exp, log


def polynomial_decay(eta, step, power):
    return eta * exp(power * log(step))


def exponential_decay(eta, step, gamma):
    return eta * exp(step * log(gamma))


def find_stable_lr(train, lr, factor=0.1, max_tries=10):
    if max_tries == 0:
        raise ValueError('no learning rate worked')
    loss = train(lr)
    if loss - loss == 0:        # nan - nan and inf - inf are nan
        return lr
    return find_stable_lr(train, lr * factor, factor, max_tries - 1)
