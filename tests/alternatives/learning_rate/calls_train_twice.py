import math

inf = float('inf')


def polynomial_decay(lr, t, alpha):
    return pow(t, alpha) * lr


def exponential_decay(lr, t, alpha):
    return pow(alpha, t) * lr


def find_stable_lr(train_fn, lr, factor=.1, max_tries=10, verbose=False):
    n = 1
    while train_fn(lr) != train_fn(lr) or abs(train_fn(lr)) == inf:
        if n == max_tries:
            raise ValueError('gave up after %d tries' % n)
        lr *= factor
        n += 1
    return lr


def demo(lr):
    return math.nan if lr > .05 else .3


print(find_stable_lr(demo, 1))
