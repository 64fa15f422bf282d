from random import sample
from mxnet import nd


def data_iter(batch_size, features, labels):
    n = len(labels)
    picked = sample(range(n), n)
    batches = []
    for start in range(0, n, batch_size):
        numbers = picked[start:start + batch_size]
        X = nd.concat(*[features[i:i + 1] for i in numbers], dim=0)
        y = nd.concat(*[labels[i:i + 1] for i in numbers], dim=0)
        batches.append([X, y])
    print(len(batches), 'minibatches')
    return batches


def iterations_per_epoch(num_examples, batch_size):
    count, left = 0, num_examples
    while left > 0:
        left -= batch_size
        count += 1
    return count


def num_updates(num_examples, batch_size, num_epochs):
    return sum(iterations_per_epoch(num_examples, batch_size) for _ in range(num_epochs))
