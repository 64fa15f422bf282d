import mxnet as mx


def rows(A, numbers):
    return A.take(mx.nd.array(numbers, ctx=A.context, dtype='int32'))


def train_valid_split(data, labels, ratio):
    n = len(data)
    cut = n - round(n * ratio)
    train, valid = list(range(cut)), list(range(cut, n))
    return [rows(data, train), rows(labels, train), rows(data, valid), rows(labels, valid)]


def k_fold(k, i, X, y):
    size = len(X) // k
    valid = [r for r in range(k * size) if r // size == i]
    train = [r for r in range(k * size) if r // size != i]
    print('训练', train, '验证', valid)
    return rows(X, train), rows(y, train), rows(X, valid), rows(y, valid)
