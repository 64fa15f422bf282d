import random

from mxnet import nd


def data_iter(batch_size, features, labels):
    order = list(range(len(features)))
    random.shuffle(order)
    for i in range(0, len(order), batch_size):
        rows = sorted(order[i:i + batch_size])  # in the order of the memory
        yield features[rows], labels[rows]


def iterations_per_epoch(num_examples, batch_size):
    return num_examples // batch_size + (num_examples % batch_size > 0)


def num_updates(num_examples, batch_size, num_epochs):
    return num_epochs * iterations_per_epoch(num_examples, batch_size)
