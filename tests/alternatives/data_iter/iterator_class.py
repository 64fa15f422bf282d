import random
import mxnet.ndarray as nd


class Minibatches:
    def __init__(self, batch_size, features, labels):
        self.batch_size, self.features, self.labels = batch_size, features, labels
        self.order = [*range(len(features))]
        random.shuffle(self.order)

    def __iter__(self):
        return self

    def __next__(self):
        if not self.order:
            raise StopIteration
        rows = [self.order.pop() for _ in range(min(self.batch_size, len(self.order)))]
        rows = nd.array(rows, ctx=self.features.context, dtype='int32')
        return self.features.take(rows), self.labels.take(rows)


def data_iter(bs, xs, ys):
    return Minibatches(bs, xs, ys)


def iterations_per_epoch(num_examples, batch_size):
    return (num_examples + batch_size - 1) // batch_size


def num_updates(num_examples, batch_size, num_epochs):
    return (num_examples + batch_size - 1) // batch_size * num_epochs
