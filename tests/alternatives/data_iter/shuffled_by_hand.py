import random
from mxnet import nd


def data_iter(batch_size, features, labels):
    idx = list(range(features.shape[0]))
    for i in range(len(idx) - 1, 0, -1):
        j = random.randint(0, i)  # i itself, too
        idx[i], idx[j] = idx[j], idx[i]
    while idx:
        rows, idx = idx[:batch_size], idx[batch_size:]
        yield features[rows], labels[rows]


def iterations_per_epoch(num_examples, batch_size):
    return len(range(0, num_examples, batch_size))


def num_updates(num_examples, batch_size, num_epochs):
    return num_epochs * len(range(0, num_examples, batch_size))
