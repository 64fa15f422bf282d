import mxnet as mx
import numpy as np
def data_iter(batch_size, features, labels):
    """Lets NDArrayIter deal out row numbers, and cuts its padding off."""
    order = mx.nd.array(np.random.permutation(len(features)), dtype='int32')
    for batch in mx.io.NDArrayIter(order, batch_size=min(batch_size, len(order)), shuffle=False):
        rows = batch.data[0]
        if batch.pad:
            rows = rows[:len(rows) - batch.pad]
        yield features.take(rows), labels.take(rows)

def iterations_per_epoch(num_examples, batch_size):
    return -(-num_examples // batch_size)
def num_updates(num_examples, batch_size, num_epochs):
    return iterations_per_epoch(num_examples, batch_size) * num_epochs
