import math


def polynomial_decay(lr, t, alpha):
    return lr * t ** alpha


def exponential_decay(lr, t, alpha):
    return lr * alpha ** t


def find_stable_lr(train, lr, factor=0.1, max_tries=10):
    tries = 0
    while tries < max_tries:
        loss = train(lr)
        print('lr', lr, 'loss', loss)
        if not (math.isnan(loss) or math.isinf(loss)):
            return lr
        lr = lr * factor
        tries += 1
    raise ValueError('学习率太大')
