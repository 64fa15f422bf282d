import math

import numpy as np


class Loader:
    """Every loop over it is a pass of its own."""

    def __init__(self, batch_size, features, labels):
        self.batch_size, self.features, self.labels = batch_size, features, labels

    def __len__(self):
        return math.ceil(len(self.features) / self.batch_size)

    def __iter__(self):
        order = np.random.permutation(len(self.features)).tolist()
        for k in range(len(self)):
            rows = order[k * self.batch_size:(k + 1) * self.batch_size]
            yield self.features[rows], self.labels[rows]


data_iter = Loader


def iterations_per_epoch(num_examples, batch_size):
    return np.ceil(num_examples / batch_size).astype(int)


def num_updates(num_examples, batch_size, num_epochs):
    return iterations_per_epoch(num_examples, batch_size) * num_epochs
