from mxnet import autograd, nd

CHUNK = 128

def mean_loss(net, loss, X, y):
    total, n = 0.0, 0
    for i in range(0, len(X), CHUNK):
        l = loss(net(X[i:i + CHUNK]), y[i:i + CHUNK])
        total += l.sum().asscalar()
        n += l.size
    return float(total / n)

def train_epoch(net, loss, batches, update):
    for X, y in batches:
        with autograd.record():
            l = loss(net(X), y)
        autograd.backward(l)
        update(len(X))

def train(net, loss, make_batches, update, num_epochs, features, labels):
    out = [None] * num_epochs
    for e in range(num_epochs):
        train_epoch(net, loss, make_batches(), update)
        out[e] = mean_loss(net, loss, features, labels)
    return out
