import numpy as np


def polynomial_decay(lr, t, alpha):
    return lr * np.power(float(t), alpha)


def exponential_decay(lr, t, alpha):
    return np.multiply(lr, np.power(float(alpha), t))


def find_stable_lr(train, lr, factor=0.1, max_tries=10):
    for i in range(max_tries):
        candidate = lr * factor ** i
        if np.isfinite(train(candidate)):
            return np.float64(candidate)
    raise ValueError
