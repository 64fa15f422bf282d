import mxnet as mx
from mxnet import autograd as ag


def step(net, loss, X, y, update):
    with ag.record():
        output = net(X)
        L = loss(output, y).sum()
    ag.backward([L])
    update(X.shape[0])
    return L


def train_epoch(net, loss, batches, update):
    total, n = 0.0, 0
    for i, (data, label) in enumerate(batches):
        total += step(net, loss, data, label, update).asscalar()
        n += data.shape[0]
    return total / n


def train(net, loss, make_batches, update, num_epochs, features, labels):
    result = []
    for e in range(num_epochs):
        running = train_epoch(net, loss, make_batches(), update)
        l = loss(net(features), labels)
        result.append(float(l.sum().asscalar()) / l.size)
        print(e, running, result[-1])
    return result
