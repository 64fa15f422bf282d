import math

import numpy as np


def data_iter(batch_size, features, labels):
    order = np.random.permutation(features.shape[0])
    while len(order):
        now, order = order[:batch_size].tolist(), order[batch_size:]
        yield features[now], labels[now]


def iterations_per_epoch(num_examples, batch_size):
    return int(math.ceil(num_examples / batch_size))


def num_updates(num_examples, batch_size, num_epochs):
    updates = 0
    for epoch in range(num_epochs):
        updates += math.ceil(num_examples / batch_size)
    return updates
